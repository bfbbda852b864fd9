// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What makes a condition judgeable that is not yet.
 */
export type NextStep = { "kind": "more_attempts",
/**
 * How many.
 */
attempts: number, } | { "kind": "do",
/**
 * What, as a sentence.
 */
what: string, };
