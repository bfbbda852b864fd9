// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { NoteText } from "./NoteText";
import type { RecordUid } from "./RecordUid";

/**
 * A note that was begun and not sent.
 */
export type NoteDraft = {
/**
 * On which generation.
 */
generation_id: GenerationId,
/**
 * The note it would change; a new one where nothing is said.
 */
changes: RecordUid | null,
/**
 * What it says so far.
 */
text: NoteText, };
