// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A bounded test, `pl_0001`.
 */
export type PilotId = string;
