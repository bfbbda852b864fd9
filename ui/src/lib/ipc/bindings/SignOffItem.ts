// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ClipFlag } from "./ClipFlag";
import type { ClipThumb } from "./ClipThumb";
import type { GenerationId } from "./GenerationId";
import type { VoidReason } from "./VoidReason";

/**
 * One generation that waits.
 */
export type SignOffItem = {
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
 * What automatic checks saw.
 */
flags: Array<ClipFlag>,
/**
 * Why the signature it had holds no longer; null where it never had one.
 */
voided: VoidReason | null, };
