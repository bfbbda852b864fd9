// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { WorkKind } from "./WorkKind";

export type TimeView = { person_id: PersonId, person_name: string, kind: WorkKind, minutes: string, corrected: boolean, };
