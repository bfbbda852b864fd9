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
 * Which column each field of the log record is read from; fields left out are recognised by their names.
 */
mapping: { [key in string]: string }, };
