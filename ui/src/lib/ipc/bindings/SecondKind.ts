// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Which seconds a cost is spread over.
 */
export type SecondKind = "generated" | "usable" | "published";
