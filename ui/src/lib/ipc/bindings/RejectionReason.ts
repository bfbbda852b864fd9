// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Why a take was thrown away or sent back. The order is the order of the digits 1 to 9 in review.
 */
export type RejectionReason = "artifact_or_distortion" | "product_detail_wrong" | "brand_mismatch" | "too_generic" | "prompt_not_followed" | "rights_or_likeness_risk" | "unsafe_or_policy_risk" | "needs_editing" | "other";
