// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A part of what a pilot costs.
 */
export type CostPartName = "model" | "review" | "edit" | "brand" | "compliance" | "overhead";
