// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { PilotId } from "./PilotId";

/**
 * Makes a brief part of a pilot.
 */
export type PutBriefInPilotArgs = {
/**
 * Which brief.
 */
brief_id: BriefId,
/**
 * Which pilot it counts in.
 */
pilot_id: PilotId, };
