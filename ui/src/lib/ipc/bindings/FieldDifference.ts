// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PromptPiece } from "./PromptPiece";

/**
 * A field that differs.
 */
export type FieldDifference = {
/**
 * The field of the form; the field's own name where the form has none for it.
 */
field: string,
/**
 * Word by word.
 */
pieces: Array<PromptPiece>, };
