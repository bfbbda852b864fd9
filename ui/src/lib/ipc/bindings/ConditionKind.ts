// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * The three things that must hold before AI video is ready for production.
 */
export type ConditionKind = "cost" | "quality" | "workflow";
