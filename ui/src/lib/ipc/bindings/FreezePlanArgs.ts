// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotId } from "./PilotId";
import type { RecordUid } from "./RecordUid";

/**
 * Freezes a plan.
 */
export type FreezePlanArgs = {
/**
 * Of which pilot.
 */
pilot_id: PilotId,
/**
 * Which plan.
 */
plan_uid: RecordUid, };
