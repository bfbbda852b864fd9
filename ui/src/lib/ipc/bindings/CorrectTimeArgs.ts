// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";
import type { WorkKind } from "./WorkKind";

export type CorrectTimeArgs = { generation_id: GenerationId, person_id: PersonId, work: WorkKind, minutes: string, };
