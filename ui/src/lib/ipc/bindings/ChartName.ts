// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A chart that can be exported.
 */
export type ChartName = "funnel" | "rejections" | "cost_stack" | "cost_over_attempts" | "rate_by_model" | "rate_by_prompt" | "rate_by_week" | "price_shock" | "spend";
