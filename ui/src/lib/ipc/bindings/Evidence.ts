// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { DecisionVerdict } from "./DecisionVerdict";
import type { NextStep } from "./NextStep";

/**
 * A fact and what it says about the condition.
 */
export type Evidence = {
/**
 * The fact with its figures, as a sentence.
 */
says: string,
/**
 * What follows from it alone; null where it is told beside.
 */
verdict: DecisionVerdict | null,
/**
 * What would settle it, where it settles nothing yet.
 */
next_step: NextStep | null, };
