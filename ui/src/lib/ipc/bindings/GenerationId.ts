// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * One request to one model, `gen_00042`.
 */
export type GenerationId = string;
