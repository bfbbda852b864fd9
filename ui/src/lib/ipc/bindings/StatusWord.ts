// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A status word of another log.
 */
export type StatusWord = {
/**
 * As the file writes it.
 */
word: string,
/**
 * What it is read as; null where nothing is known.
 */
status: string | null,
/**
 * In how many rows.
 */
count: number, };
