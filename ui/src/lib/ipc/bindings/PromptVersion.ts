// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PromptId } from "./PromptId";

/**
 * A prompt version by name.
 */
export type PromptVersion = {
/**
 * `pr_00007`.
 */
id: PromptId,
/**
 * As written (`3`, `v3`); empty where a log names none.
 */
version: string, };
