// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How a sign-off sheet is written.
 */
export type SheetFormat = "html" | "csv";
