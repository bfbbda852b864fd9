// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { RecordUid } from "./RecordUid";

/**
 * Adds an entry.
 */
export type AddPriceArgs = {
/**
 * By the columns of a price list, as they were typed.
 */
columns: { [key in string]: string },
/**
 * The entry whose place it takes.
 */
replaces: RecordUid | null, };
