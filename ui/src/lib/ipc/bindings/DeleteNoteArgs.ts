// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { RecordUid } from "./RecordUid";

export type DeleteNoteArgs = { key: RecordUid, person_id: PersonId, };
