// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Where a clip version comes from.
 */
export type VersionOrigin = "model" | "edit" | "preset";
