// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Where a clip's file stands.
 */
export type FileState = "stored" | "referenced" | "not_here" | "missing" | "changed";
