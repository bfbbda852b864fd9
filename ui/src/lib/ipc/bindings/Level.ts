// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Low or high: the scale of risk and of consistency.
 */
export type Level = "low" | "high";
