// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How pressing it is.
 */
export type AdviceTone = "act" | "know" | "too_early";
