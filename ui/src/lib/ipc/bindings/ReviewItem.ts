// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ClipFlag } from "./ClipFlag";
import type { ClipThumb } from "./ClipThumb";
import type { GenerationId } from "./GenerationId";
import type { Status } from "./Status";
import type { Timestamp } from "./Timestamp";

/**
 * One generation in a list.
 */
export type ReviewItem = {
/**
 * `gen_00042`.
 */
generation_id: GenerationId,
/**
 * Its brief.
 */
brief_id: BriefId,
/**
 * Its pictures, where a clip is on this machine.
 */
clip: ClipThumb | null,
/**
 * Where it stands.
 */
status: Status,
/**
 * What automatic checks saw.
 */
flags: Array<ClipFlag>,
/**
 * Who holds it; null where nobody does.
 */
held_by: string | null,
/**
 * Since when.
 */
held_at: Timestamp | null, };
