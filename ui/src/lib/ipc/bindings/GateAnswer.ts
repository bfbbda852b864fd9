// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a person says at a gate.
 */
export type GateAnswer = { "answer": "passed" } | { "answer": "failed",
/**
 * What is wrong.
 */
reason: string, } | { "answer": "not_applicable",
/**
 * Why not.
 */
why: string, };
