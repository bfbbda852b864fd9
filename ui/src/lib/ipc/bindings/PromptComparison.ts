// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ComparedPrompt } from "./ComparedPrompt";
import type { PromptPiece } from "./PromptPiece";
import type { PromptVerdict } from "./PromptVerdict";

/**
 * Two prompts side by side.
 */
export type PromptComparison = {
/**
 * The first.
 */
a: ComparedPrompt,
/**
 * The second.
 */
b: ComparedPrompt,
/**
 * How likely B's usable rate is above A's, as a decimal.
 */
b_beats_a: string,
/**
 * What may be said.
 */
verdict: PromptVerdict,
/**
 * Both texts word by word; null where the words of one are not known.
 */
words: Array<PromptPiece> | null, };
