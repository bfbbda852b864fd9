// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a log can be written as.
 */
export type LogFormat = "jsonl" | "csv";
