// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { NoteText } from "./NoteText";
import type { PersonId } from "./PersonId";

export type NoteRequest = { generation_id: GenerationId, clip_key: string | null, person_id: PersonId, text: NoteText, };
