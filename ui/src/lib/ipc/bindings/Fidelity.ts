// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How finished the clip must look.
 */
export type Fidelity = "sketch" | "hero";
