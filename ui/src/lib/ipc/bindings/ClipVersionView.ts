// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ClipThumb } from "./ClipThumb";
import type { ContentHash } from "./ContentHash";
import type { GoodPart } from "./GoodPart";
import type { PreviewState } from "./PreviewState";
import type { Timestamp } from "./Timestamp";
import type { VersionOrigin } from "./VersionOrigin";

/**
 * One version of a generation's clip.
 */
export type ClipVersionView = {
/**
 * Its pictures and its number.
 */
clip: ClipThumb,
/**
 * Where it comes from.
 */
origin: VersionOrigin,
/**
 * The version it was made of.
 */
parent: number | null,
/**
 * Who made it; null for a model.
 */
made_by: string | null,
/**
 * When it came in.
 */
made_at: Timestamp,
/**
 * What its file was called.
 */
file_name: string,
/**
 * BLAKE3 of its bytes.
 */
content_hash: ContentHash,
/**
 * Frames.
 */
frame_count: number,
/**
 * Frames a second.
 */
frame_rate: string,
/**
 * Its usable part, where somebody marked it.
 */
good_part: GoodPart | null,
/**
 * Whether its preview is ready.
 */
preview: PreviewState,
/**
 * Whether the generation stands with it.
 */
current: boolean, };
