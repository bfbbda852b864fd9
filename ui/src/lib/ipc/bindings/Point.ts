// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A place in the picture: 0, 0 is the left top corner, 1, 1 the right bottom one, whatever its size.
 */
export type Point = {
/**
 * From the left.
 */
x: number,
/**
 * From the top.
 */
y: number, };
