// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * The usable part of a clip version, both ends inclusive.
 */
export type GoodPart = {
/**
 * Its first frame.
 */
first_frame: number,
/**
 * Its last frame.
 */
last_frame: number, };
