// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Who put an entry into the catalogue.
 */
export type Origin = "shipped" | "person" | "import";
