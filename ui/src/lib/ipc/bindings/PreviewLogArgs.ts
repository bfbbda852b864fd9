// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Reads the chosen log again under another mapping.
 */
export type PreviewLogArgs = {
/**
 * Which selection.
 */
selection_key: string,
/**
 * Which column each field of the log record is read from; a field mapped to null is not read, one left out is recognised by its name.
 */
mapping: { [key in string]: string | null }, };
