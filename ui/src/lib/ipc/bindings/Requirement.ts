// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * One thing that must be true.
 */
export type Requirement = { "kind": "usable_rate_at_least",
/**
 * Above 0, at most 1.
 */
rate: string, } | { "kind": "no_open_rights_rejections" } | { "kind": "rights_rejection_rate_at_most",
/**
 * From 0, below 1.
 */
rate: string, } | { "kind": "wrong_product_rate_at_most",
/**
 * From 0, below 1.
 */
rate: string, } | { "kind": "every_usable_clip_signed" } | { "kind": "human_minutes_per_usable_at_most",
/**
 * Above 0.
 */
minutes: string, };
