// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";

export type CarryNotesOverArgs = { generation_id: GenerationId, person_id: PersonId, };
