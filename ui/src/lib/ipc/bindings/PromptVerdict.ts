// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What may be said of two prompts.
 */
export type PromptVerdict = "a_is_better" | "b_is_better" | "too_early_to_tell";
