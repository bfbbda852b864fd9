// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Changes the keys.
 */
export type SetKeysArgs = {
/**
 * The commands whose keys differ from those the app comes with, with all the keys they have now.
 */
keys: { [key in string]: Array<string> }, };
