// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A subject that needs checks of its own.
 */
export type SensitiveCategory = "health" | "finance" | "children" | "politics" | "legal";
