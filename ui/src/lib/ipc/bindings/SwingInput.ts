// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What was moved to see how much it matters.
 */
export type SwingInput = "usable_rate" | "model_price" | "review_minutes" | "editing_minutes" | "brand_review_minutes" | "hourly_rates" | "overhead" | "savings" | "generations";
