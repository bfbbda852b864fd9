// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ClipThumb } from "./ClipThumb";
import type { GenerationId } from "./GenerationId";

/**
 * One generation that waits.
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
clip: ClipThumb | null, };
