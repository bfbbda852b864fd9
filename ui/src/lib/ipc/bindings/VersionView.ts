// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ContentHash } from "./ContentHash";
import type { PreviewState } from "./PreviewState";
import type { Timestamp } from "./Timestamp";

/**
 * A version of the clip.
 */
export type VersionView = {
/**
 * The key of the media server.
 */
clip_key: string,
/**
 * 1 for what the model made.
 */
version: number,
/**
 * Its bytes.
 */
content_hash: ContentHash,
/**
 * Width over height of the shown picture, times 1000.
 */
aspect_permille: number,
/**
 * Where its preview stands.
 */
preview: PreviewState,
/**
 * Who made it, where that is known.
 */
made_by: string | null,
/**
 * When it came in.
 */
at: Timestamp, };
