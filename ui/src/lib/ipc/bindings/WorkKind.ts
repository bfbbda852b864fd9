// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a person does with a clip while their time runs.
 */
export type WorkKind = "review" | "editing" | "brand_review";
