// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Files a person dropped or chose; the page knows them only by this key.
 */
export type ClipSelection = {
/**
 * Names the selection in later calls.
 */
selection_key: string,
/**
 * How many files, folders walked.
 */
files: number,
/**
 * Their size together, in bytes.
 */
bytes: number,
/**
 * The first few names, for people.
 */
sample_names: Array<string>, };
