// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a piece of advice is about.
 */
export type AdviceKind = "prompts_to_fix" | "backgrounds_instead" | "compliance_bottleneck" | "loop_alarm" | "refine_or_regenerate" | "stop_now" | "better_model" | "better_prompt";
