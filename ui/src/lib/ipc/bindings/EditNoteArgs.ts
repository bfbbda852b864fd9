// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { NoteText } from "./NoteText";
import type { PersonId } from "./PersonId";
import type { RecordUid } from "./RecordUid";

/**
 * Changes a person's own note.
 */
export type EditNoteArgs = {
/**
 * Which.
 */
key: RecordUid,
/**
 * Whose it must be.
 */
person_id: PersonId,
/**
 * What it says from now on.
 */
text: NoteText, };
