// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Light or dark.
 */
export type Appearance = "dark" | "light" | "system";
