// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A straight line over the picture, with the second take on one side of it.
 */
export type WipeLine = {
/**
 * A point it goes through, from the left, 0 to 1.
 */
x: number,
/**
 * And from the top, 0 to 1.
 */
y: number,
/**
 * How it is turned: 0 is upright, with the second take on the right; 90 lies flat, with the second take below.
 */
degrees: number, };
