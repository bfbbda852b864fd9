// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Three capital letters of ISO 4217.
 */
export type Currency = string;
