// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What is asked: a gate by its word, a line of a checklist by its identity.
 */
export type GateKey = string;
