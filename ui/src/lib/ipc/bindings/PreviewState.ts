// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { MediaFailure } from "./MediaFailure";

/**
 * Where a clip's normalised preview stands.
 */
export type PreviewState = { "state": "ready",
/**
 * Frames, the same count as the original's.
 */
frame_count: number,
/**
 * The constant rate it plays at.
 */
frame_rate: string,
/**
 * Width in pixels.
 */
width: number,
/**
 * Height in pixels.
 */
height: number,
/**
 * Whether it carries sound.
 */
audio: boolean,
/**
 * What was changed on the way: `rotated`, `scaled`, `tone_mapped`, `constant_rate`, `transparency_flattened`.
 */
normalised: Array<string>, } | { "state": "making",
/**
 * Percent done.
 */
percent: number, } | { "state": "waiting" } | { "state": "put_off",
/**
 * Why.
 */
failure: MediaFailure, } | { "state": "failed",
/**
 * Why.
 */
failure: MediaFailure, } | { "state": "none" };
