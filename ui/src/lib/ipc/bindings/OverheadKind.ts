// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What an overhead cost is for.
 */
export type OverheadKind = "compliance" | "storage" | "orchestration" | "tooling" | "other";
