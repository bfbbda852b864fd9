// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ClipFlag } from "./ClipFlag";
import type { ClipThumb } from "./ClipThumb";
import type { GenerationId } from "./GenerationId";
import type { Status } from "./Status";
import type { Timestamp } from "./Timestamp";

export type ReviewItem = { generation_id: GenerationId, brief_id: BriefId, clip: ClipThumb | null, status: Status, flags: Array<ClipFlag>, held_by: string | null, held_at: Timestamp | null, };
