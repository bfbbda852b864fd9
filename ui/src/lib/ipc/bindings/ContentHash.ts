// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * BLAKE3 of a file's bytes, 32 bytes, written as 64 hexadecimal digits.
 */
export type ContentHash = string;
