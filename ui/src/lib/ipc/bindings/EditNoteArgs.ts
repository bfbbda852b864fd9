// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { NoteText } from "./NoteText";
import type { PersonId } from "./PersonId";
import type { RecordUid } from "./RecordUid";

export type EditNoteArgs = { key: RecordUid, person_id: PersonId, text: NoteText, };
