// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ChannelPreset } from "./ChannelPreset";
import type { FormatPreset } from "./FormatPreset";

/**
 * What a brief can start from.
 */
export type BriefPresets = {
/**
 * Where clips are shown.
 */
channels: Array<ChannelPreset>,
/**
 * What is made.
 */
formats: Array<FormatPreset>, };
