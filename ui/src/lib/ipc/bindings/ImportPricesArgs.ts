// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Imports the chosen price list.
 */
export type ImportPricesArgs = {
/**
 * Which selection.
 */
selection_key: string,
/**
 * Import the good rows although some are bad; otherwise all rows or none.
 */
skip_bad: boolean, };
