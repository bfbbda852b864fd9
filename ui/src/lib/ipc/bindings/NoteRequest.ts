// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { NoteText } from "./NoteText";
import type { PersonId } from "./PersonId";

/**
 * A note to be written.
 */
export type NoteRequest = {
/**
 * On which generation.
 */
generation_id: GenerationId,
/**
 * On which of its clip versions; its current one where nothing is said.
 */
clip_key: string | null,
/**
 * By whom.
 */
person_id: PersonId,
/**
 * What it says.
 */
text: NoteText, };
