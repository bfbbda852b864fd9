// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameSet } from "./FrameSet";

/**
 * What a person has seen of a clip version.
 */
export type SeenView = {
/**
 * The frames, as ranges in order.
 */
frames: FrameSet, };
