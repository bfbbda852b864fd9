// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * The factors of resolution, frame rate and variant. The shipped table is the default; a price entry may carry its own.
 */
export type Multipliers = {
/**
 * R, by resolution: `720p`, `1080p`, `4k`.
 */
resolution: Record<string, string>,
/**
 * F, by frames per second.
 */
frame_rate: Record<string, string>,
/**
 * M, by variant: `general`, `advanced`, and the two ends of the neural voice's range.
 */
variant: Record<string, string>, };
