// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * An answer without its words.
 */
export type Verdict = "passed" | "failed" | "not_applicable";
