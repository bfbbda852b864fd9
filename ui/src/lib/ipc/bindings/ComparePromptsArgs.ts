// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PromptChoice } from "./PromptChoice";

/**
 * Asks for two prompts side by side.
 */
export type ComparePromptsArgs = {
/**
 * The first.
 */
a: PromptChoice,
/**
 * The second.
 */
b: PromptChoice, };
