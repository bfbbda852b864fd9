// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A day, written `2026-11-12`.
 */
export type Day = string;
