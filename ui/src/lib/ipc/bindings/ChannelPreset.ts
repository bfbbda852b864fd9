// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { SafeArea } from "./SafeArea";

/**
 * What a channel shows.
 */
export type ChannelPreset = {
/**
 * The word in the brief: `instagram_reel`.
 */
channel: string,
/**
 * The shape of its picture.
 */
aspect_ratio: string,
/**
 * The usual resolution.
 */
resolution: string,
/**
 * The usual frame rate.
 */
frame_rate: string,
/**
 * The longest clip it takes, in seconds.
 */
longest_seconds: number,
/**
 * What its own buttons and words leave free; about, because channels change it without notice.
 */
safe_area: SafeArea,
/**
 * Whether what runs there is paid for.
 */
paid: boolean, };
