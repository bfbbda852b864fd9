// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How sure a price is.
 */
export type Confidence = "high" | "medium" | "low";
