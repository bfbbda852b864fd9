// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FileState } from "./FileState";

/**
 * What the grid draws of a clip.
 */
export type ClipThumb = {
/**
 * The key of the media server: `/poster/{clip_key}`, `/strip/{clip_key}`, `/preview/{clip_key}`, `/frame/{clip_key}/{n}`.
 */
clip_key: string,
/**
 * Version number, 1 for what the model made.
 */
version: number,
/**
 * Width over height of the shown picture, times 1000.
 */
aspect_permille: number,
/**
 * Length in whole milliseconds.
 */
duration_ms: number,
/**
 * Tiles in the strip; 0 while there is none.
 */
strip_tiles: number,
/**
 * Where the file stands.
 */
file: FileState, };
