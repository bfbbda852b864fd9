// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PromptId } from "./PromptId";

/**
 * A prompt that a log names and that is of no template.
 */
export type NamedPromptView = {
/**
 * As the log names it.
 */
id: PromptId,
/**
 * Its version as written; null where the log has none.
 */
version: string | null,
/**
 * Attempts with it.
 */
total: number,
/**
 * Usable ones among them.
 */
usable: number,
/**
 * usable / total.
 */
usable_rate: string | null,
/**
 * Wilson, 95 %.
 */
usable_rate_interval: [string, string] | null, };
