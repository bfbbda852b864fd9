// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What keeping costs.
 */
export type StorageQuestion = { "by": "rate",
/**
 * Of a second.
 */
per_second: string, } | { "by": "kept",
/**
 * How many.
 */
gigabytes: string, };
