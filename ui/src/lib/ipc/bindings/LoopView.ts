// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { RejectionReason } from "./RejectionReason";

/**
 * A brief whose attempts come to nothing.
 */
export type LoopView = {
/**
 * Which.
 */
brief_id: BriefId,
/**
 * Attempts in a row without a usable clip.
 */
attempts: number,
/**
 * What they cost so far, as far as known.
 */
cost: string,
/**
 * Those of them at an unknown cost.
 */
unknown_costs: number,
/**
 * What most of them were thrown away for.
 */
main_reason: RejectionReason | null,
/**
 * What else to do.
 */
what_to_do: string, };
