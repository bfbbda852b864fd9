// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { NoteRequest } from "./NoteRequest";

/**
 * Writes a note.
 */
export type AddNoteArgs = {
/**
 * What, where and by whom.
 */
request: NoteRequest, };
