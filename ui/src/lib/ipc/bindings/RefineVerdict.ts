// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What may be said of a clip that needs an edit.
 */
export type RefineVerdict = "refine" | "regenerate" | "cannot_say";
