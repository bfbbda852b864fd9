// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameRange } from "./FrameRange";
import type { GenerationId } from "./GenerationId";
import type { Problem } from "./Problem";

/**
 * A note whose still could not be made.
 */
export type MissingStill = {
/**
 * On which generation.
 */
generation_id: GenerationId,
/**
 * At which frames.
 */
range: FrameRange,
/**
 * Why.
 */
problem: Problem, };
