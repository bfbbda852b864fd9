// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { FrameRate } from "./FrameRate";
import type { GenerationId } from "./GenerationId";
import type { NoteText } from "./NoteText";
import type { PersonId } from "./PersonId";
import type { RecordUid } from "./RecordUid";
import type { Timestamp } from "./Timestamp";

/**
 * A note as it stands.
 */
export type NoteView = {
/**
 * Its key.
 */
key: RecordUid,
/**
 * On which generation.
 */
generation_id: GenerationId,
/**
 * Of which brief.
 */
brief_id: BriefId,
/**
 * On which clip version: its key on the media server.
 */
clip_key: RecordUid,
/**
 * Its number.
 */
version: number,
/**
 * The rate that its frames are counted at.
 */
frame_rate: FrameRate,
/**
 * By whom.
 */
person_id: PersonId,
/**
 * Their name.
 */
person_name: string,
/**
 * What it says.
 */
text: NoteText,
/**
 * The note of an earlier version that it was carried over from.
 */
carried_from: RecordUid | null,
/**
 * When it was written.
 */
created_at: Timestamp,
/**
 * When it was edited last.
 */
edited_at: Timestamp | null, };
