// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * The model's name as its provider writes it, `gen4.5`.
 */
export type ModelName = string;
