// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameIndex } from "./FrameIndex";

/**
 * A set of frames, kept as ranges in order that neither touch nor overlap.
 */
export type FrameSet = Array<{ first: FrameIndex, last: FrameIndex, }>;
