// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * In which of two texts a piece stands.
 */
export type PieceOf = "both" | "a" | "b";
