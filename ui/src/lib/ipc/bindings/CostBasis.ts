// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Where an amount comes from; shown wherever the amount is.
 */
export type CostBasis = "estimated" | "assumed" | "reported" | "billed";
