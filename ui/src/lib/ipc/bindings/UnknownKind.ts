// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What can be unknown in a plan.
 */
export type UnknownKind = "model_price" | "review_rate" | "editing_rate" | "brand_review_rate";
