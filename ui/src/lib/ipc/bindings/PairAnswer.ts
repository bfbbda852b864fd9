// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a person says of two takes. It never moves either of them: a decision about a take is made of that take alone.
 */
export type PairAnswer = "a" | "b" | "tie" | "both_bad";
