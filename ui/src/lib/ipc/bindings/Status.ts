// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Where a generation stands.
 */
export type Status = "draft_brief" | "prompt_ready" | "generation_started" | "generation_failed" | "generated" | "review_pending" | "rejected_quality" | "rejected_accuracy" | "rejected_rights_risk" | "approved_for_edit" | "edited" | "brand_review" | "rejected_brand_fit" | "needs_revision" | "approved_to_publish" | "scheduled" | "published";
