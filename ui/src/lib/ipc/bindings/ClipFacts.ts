// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { AudioFacts } from "./AudioFacts";
import type { ColorTags } from "./ColorTags";
import type { ContentHash } from "./ContentHash";
import type { FrameRate } from "./FrameRate";
import type { Microseconds } from "./Microseconds";

/**
 * Everything known of a clip's file without looking at its pictures. The field names are those of `circletake probe`.
 */
export type ClipFacts = {
/**
 * The demuxer's name, `mov,mp4,m4a,3gp,3g2,mj2`.
 */
container: string,
/**
 * From the first frame's start to the last frame's end.
 */
duration_us: Microseconds,
/**
 * Frames that are shown, counted, not estimated.
 */
frame_count: number,
/**
 * The constant rate, or the average one where the rate varies.
 */
frame_rate: FrameRate,
/**
 * Whether frames stay on screen for different lengths of time.
 */
variable_frame_rate: boolean,
/**
 * Stored picture width in pixels.
 */
width: number,
/**
 * Stored picture height in pixels.
 */
height: number,
/**
 * Width as shown: after sample aspect ratio and rotation.
 */
display_width: number,
/**
 * Height as shown: after sample aspect ratio and rotation.
 */
display_height: number,
/**
 * Clockwise turn for display, in degrees: 0, 90, 180 or 270.
 */
rotation: number,
/**
 * FFmpeg's codec name, `h264`.
 */
codec: string,
/**
 * FFmpeg's profile name, `High`, where the codec has one.
 */
profile: string | null,
/**
 * FFmpeg's pixel format name, `yuv420p`.
 */
pixel_format: string,
/**
 * Bits per colour component.
 */
bit_depth: number,
/**
 * Colour tags as FFmpeg names them.
 */
color: ColorTags,
/**
 * PQ or HLG transfer.
 */
hdr: boolean,
/**
 * The pixel format carries transparency.
 */
alpha: boolean,
/**
 * The first audio stream, if there is one.
 */
audio: AudioFacts | null,
/**
 * File size in bytes.
 */
bytes: number,
/**
 * BLAKE3 of the whole file.
 */
blake3: ContentHash, };
