// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";

/**
 * Names a brief.
 */
export type BriefArgs = {
/**
 * Which.
 */
brief_id: BriefId, };
