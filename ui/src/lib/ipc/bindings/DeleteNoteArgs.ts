// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { RecordUid } from "./RecordUid";

/**
 * Takes a person's own note away.
 */
export type DeleteNoteArgs = {
/**
 * Which.
 */
key: RecordUid,
/**
 * Whose it must be.
 */
person_id: PersonId, };
