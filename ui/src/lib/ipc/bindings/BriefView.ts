// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { PilotId } from "./PilotId";

/**
 * A brief in a list.
 */
export type BriefView = {
/**
 * `bf_2025_001`.
 */
id: BriefId,
/**
 * The pilot it belongs to, if any.
 */
pilot_id: PilotId | null,
/**
 * What is wanted, in a sentence.
 */
goal: string,
/**
 * `social_broll` ...
 */
format: string,
/**
 * `instagram_reel` ...
 */
channel: string,
/**
 * Attempts so far.
 */
generations: number,
/**
 * What waits for review.
 */
pending: number,
/**
 * Usable so far.
 */
usable: number, };
