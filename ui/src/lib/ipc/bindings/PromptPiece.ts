// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PieceOf } from "./PieceOf";

/**
 * A run of words of two texts.
 */
export type PromptPiece = {
/**
 * Where it stands.
 */
of: PieceOf,
/**
 * The words, with the spaces between them.
 */
text: string, };
