// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A frame's place in presentation order, counted from 0.
 */
export type FrameIndex = number;
