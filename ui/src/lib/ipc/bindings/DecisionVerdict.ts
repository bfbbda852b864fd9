// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What the evidence allows to be said. The order is from the best to the worst, so that the worst of several is their maximum.
 */
export type DecisionVerdict = "meets" | "cannot_be_judged" | "does_not_meet";
