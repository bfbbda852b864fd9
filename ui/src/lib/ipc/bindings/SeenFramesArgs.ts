// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";

export type SeenFramesArgs = { clip_key: string, person_id: PersonId, };
