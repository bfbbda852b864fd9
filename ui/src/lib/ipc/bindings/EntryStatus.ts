// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Whether a model is still made.
 */
export type EntryStatus = "active" | "retired" | "unknown";
