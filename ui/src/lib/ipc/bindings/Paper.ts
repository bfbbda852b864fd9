// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What it is printed on.
 */
export type Paper = "a4" | "letter";
