// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FieldProblem } from "./FieldProblem";
import type { PriceLine } from "./PriceLine";

/**
 * What came of adding an entry.
 */
export type AddedPrice = {
/**
 * The entry, where it could be added.
 */
added: PriceLine | null,
/**
 * What is wrong with its fields; nothing was added then.
 */
problems: Array<FieldProblem>, };
