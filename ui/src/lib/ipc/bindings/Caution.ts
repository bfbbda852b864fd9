// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What to be careful about with a price.
 */
export type Caution = "status_unknown" | "stale" | "age_unknown" | "low_confidence" | "converted_by_source" | "prompt_tokens_extra" | "upper_end_of_range" | "free";
