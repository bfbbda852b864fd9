// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { Timestamp } from "./Timestamp";

export type HoldView = { person_id: PersonId, person_name: string, at: Timestamp, };
