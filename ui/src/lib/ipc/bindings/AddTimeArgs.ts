// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { Microseconds } from "./Microseconds";
import type { PersonId } from "./PersonId";
import type { RecordUid } from "./RecordUid";
import type { WorkKind } from "./WorkKind";

export type AddTimeArgs = { generation_id: GenerationId, person_id: PersonId, work: WorkKind, microseconds: Microseconds, sitting: RecordUid, };
