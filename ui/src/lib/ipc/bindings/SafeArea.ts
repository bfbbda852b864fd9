// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * The part of the picture that a channel leaves free, as percent of the picture that is covered at each edge.
 */
export type SafeArea = {
/**
 * Covered at the top.
 */
top: number,
/**
 * Covered at the right.
 */
right: number,
/**
 * Covered at the bottom.
 */
bottom: number,
/**
 * Covered at the left.
 */
left: number, };
