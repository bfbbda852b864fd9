// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { FrameRate } from "./FrameRate";
import type { GenerationId } from "./GenerationId";
import type { NoteText } from "./NoteText";
import type { PersonId } from "./PersonId";
import type { RecordUid } from "./RecordUid";
import type { Timestamp } from "./Timestamp";

export type NoteView = { key: RecordUid, generation_id: GenerationId, brief_id: BriefId, clip_key: RecordUid, version: number, frame_rate: FrameRate, person_id: PersonId, person_name: string, text: NoteText, carried_from: RecordUid | null, created_at: Timestamp, edited_at: Timestamp | null, };
