// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Who decided, `pe_0001`.
 */
export type PersonId = string;
