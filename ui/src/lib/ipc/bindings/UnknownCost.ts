// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { UnknownKind } from "./UnknownKind";

/**
 * A figure that a plan would need and does not have.
 */
export type UnknownCost = {
/**
 * What it is.
 */
kind: UnknownKind,
/**
 * Of which model.
 */
model: string | null,
/**
 * What is missing and why, in a sentence.
 */
message: string, };
