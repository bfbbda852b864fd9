// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What AI video is good for at this risk and this need for consistency.
 */
export type UseAdvice = "good_production_test" | "drafts_and_parts" | "strict_review_only" | "keep_traditional";
