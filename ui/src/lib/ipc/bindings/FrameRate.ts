// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Frames per second as a fraction in lowest terms: 24000/1001, never 23.976.
 */
export type FrameRate = string;
