// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A template version rendered for a brief, `pr_00007`.
 */
export type PromptId = string;
