// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PromptVersion } from "./PromptVersion";

/**
 * A prompt version that occurs.
 */
export type OccurringPrompt = {
/**
 * Its name.
 */
prompt: PromptVersion,
/**
 * Attempts with it.
 */
attempts: number, };
