// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ClipThumb } from "./ClipThumb";
import type { GenerationId } from "./GenerationId";
import type { RejectionReason } from "./RejectionReason";
import type { Status } from "./Status";
import type { Timestamp } from "./Timestamp";

/**
 * A clip that waits for an editor.
 */
export type EditItem = {
/**
 * `gen_00042`.
 */
generation_id: GenerationId,
/**
 * Its brief.
 */
brief_id: BriefId,
/**
 * The brand sent it back; else creative kept it for edit, or it is edited and only waits to be handed over.
 */
sent_back: boolean,
/**
 * Where it stands.
 */
status: Status,
/**
 * Why it was sent back.
 */
reason: RejectionReason | null,
/**
 * Since when it waits.
 */
since: Timestamp,
/**
 * Who sent it here.
 */
by: string | null,
/**
 * What they said with it.
 */
note: string | null,
/**
 * Its pictures, where a clip is on this machine.
 */
clip: ClipThumb | null, };
