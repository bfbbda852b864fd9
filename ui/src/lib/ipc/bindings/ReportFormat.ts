// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a report is written as.
 */
export type ReportFormat = "html" | "pdf" | "json" | "csv";
