// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * The first audio stream of a clip.
 */
export type AudioFacts = {
/**
 * FFmpeg's codec name, `aac`.
 */
codec: string,
/**
 * How many channels.
 */
channels: number,
/**
 * Samples per second.
 */
sample_rate: number, };
