// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameIndex } from "./FrameIndex";

/**
 * Frames from one to another, both included; a single frame is both.
 */
export type FrameRange = { first: FrameIndex, last: FrameIndex, };
