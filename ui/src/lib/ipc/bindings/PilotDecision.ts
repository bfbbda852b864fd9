// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Condition } from "./Condition";
import type { DecisionVerdict } from "./DecisionVerdict";

/**
 * What may be said about a pilot, and no more.
 */
export type PilotDecision = {
/**
 * Cost, benchmark and quality bar in one sentence.
 */
sentence: string,
/**
 * Whether AI video is ready for production: all three conditions together.
 */
verdict: DecisionVerdict,
/**
 * The verdict as a sentence.
 */
readiness: string,
/**
 * Cost, quality, workflow.
 */
conditions: Array<Condition>,
/**
 * What would settle what is open, without repetition; empty where nothing is open.
 */
next_steps: Array<string>, };
