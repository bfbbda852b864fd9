// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BadRow } from "./BadRow";

/**
 * What an import of a price list did or would do.
 */
export type PriceImport = {
/**
 * Names the selection in later calls; empty where there is none.
 */
selection_key: string,
/**
 * The file's name.
 */
file_name: string,
/**
 * Rows in the file.
 */
rows: number,
/**
 * Entries that are new or, not yet imported, would be.
 */
added: number,
/**
 * Of those, entries that take the place of a shipped one.
 */
replacing: number,
/**
 * Rows that say what the catalogue says already.
 */
unchanged: number,
/**
 * Rows that cannot be read, each with line, field and what is expected.
 */
bad: Array<BadRow>,
/**
 * Columns that are no field of a price.
 */
ignored_columns: Array<string>,
/**
 * What the new entries are for, in words; the first hundred.
 */
entries: Array<string>, };
