// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameSet } from "./FrameSet";
import type { PersonId } from "./PersonId";

export type AddSeenFramesArgs = { clip_key: string, person_id: PersonId, frames: FrameSet, };
