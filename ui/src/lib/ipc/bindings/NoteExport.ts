// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { MissingStill } from "./MissingStill";

/**
 * What came of handing notes over.
 */
export type NoteExport = {
/**
 * The folder it lies in: `notes.csv`, `notes.otio`, `stills`.
 */
folder: string,
/**
 * How many notes.
 */
notes: number,
/**
 * How many stills.
 */
stills: number,
/**
 * Notes whose still could not be made, and why.
 */
without_still: Array<MissingStill>, };
