// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameSet } from "./FrameSet";
import type { PersonId } from "./PersonId";

/**
 * Adds to what a person has seen of a clip version.
 */
export type AddSeenFramesArgs = {
/**
 * Which, by its key on the media server.
 */
clip_key: string,
/**
 * Who.
 */
person_id: PersonId,
/**
 * What was on the screen.
 */
frames: FrameSet, };
