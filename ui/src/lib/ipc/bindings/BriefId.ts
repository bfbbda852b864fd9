// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What is wanted, `bf_2025_001`.
 */
export type BriefId = string;
