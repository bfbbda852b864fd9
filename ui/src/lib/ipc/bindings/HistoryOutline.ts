// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How many moves match, and where each window of them begins: a list of any length is read window by window.
 */
export type HistoryOutline = {
/**
 * How many match in all.
 */
total: number,
/**
 * Moves in a window.
 */
window: number,
/**
 * The key of the first move of every window, latest first.
 */
starts: Array<string>, };
