// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Opens a library from the list of recent ones.
 */
export type OpenRecentArgs = {
/**
 * Its key in that list.
 */
key: string, };
