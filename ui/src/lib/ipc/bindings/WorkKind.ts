// Written by `cargo xtask bindings` from the Rust types. Do not edit.

export type WorkKind = "review" | "editing" | "brand_review";
