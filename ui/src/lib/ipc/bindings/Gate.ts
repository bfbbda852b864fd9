// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A check that only a person may pass.
 */
export type Gate = "brand_fit" | "product_accuracy" | "claims_and_disclaimers" | "likeness_rights" | "copyright_and_music" | "trademarks_and_logos" | "platform_ad_policy" | "sensitive_category" | "paid_campaign_approval";
