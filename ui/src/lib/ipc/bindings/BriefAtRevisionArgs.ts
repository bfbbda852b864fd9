// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";

/**
 * Asks what a brief said in a revision.
 */
export type BriefAtRevisionArgs = {
/**
 * Which brief.
 */
brief_id: BriefId,
/**
 * Which revision.
 */
number: number, };
