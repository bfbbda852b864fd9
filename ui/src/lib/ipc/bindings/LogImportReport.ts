// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BadRow } from "./BadRow";
import type { FailedFile } from "./FailedFile";
import type { LogConflict } from "./LogConflict";

/**
 * What came, or would come, of importing a log.
 */
export type LogImportReport = {
/**
 * Rows that are new.
 */
imported: number,
/**
 * Rows the library already has, the same.
 */
unchanged: number,
/**
 * Rows that differ from what the library has and were updated because that was asked for.
 */
updated: number,
/**
 * Rows that differ from what the library has.
 */
conflicts: Array<LogConflict>,
/**
 * Rows that could not be read.
 */
bad: Array<BadRow>,
/**
 * Clips on this computer that the rows name and that were linked where they lie.
 */
clips_linked: number,
/**
 * Clips on this computer that the rows name and that cannot be read; their rows were imported.
 */
clips_failed: Array<FailedFile>, };
