// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How far a point lies behind the one before it.
 */
export type PointStep = "attempts" | "days";
