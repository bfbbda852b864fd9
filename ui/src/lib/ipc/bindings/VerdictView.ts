// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { DecisionVerdict } from "./DecisionVerdict";

/**
 * All three conditions of a pilot together.
 */
export type VerdictView = {
/**
 * Which of the three verdicts.
 */
verdict: DecisionVerdict,
/**
 * The verdict as a sentence.
 */
says: string, };
