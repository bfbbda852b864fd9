// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FailedFile } from "./FailedFile";
import type { IngestedClip } from "./IngestedClip";

/**
 * What came of bringing clips in.
 */
export type IngestReport = {
/**
 * Clips that are new in the library.
 */
added: number,
/**
 * Those of them whose attempts were logged before, without their clips.
 */
awaited: number,
/**
 * Files whose bytes the library already had.
 */
duplicates: number,
/**
 * Those of them whose own file was lost or written over, and is back.
 */
back: number,
/**
 * Files that could not be brought in, each with its reason.
 */
failed: Array<FailedFile>,
/**
 * The new clips.
 */
clips: Array<IngestedClip>,
/**
 * Stopped on request before the end.
 */
cancelled: boolean, };
