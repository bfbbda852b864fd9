// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a figure counts.
 */
export type FigureUnit = "money" | "share" | "count" | "minutes";
