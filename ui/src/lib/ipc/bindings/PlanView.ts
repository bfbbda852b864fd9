// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PlanDraft } from "./PlanDraft";
import type { PlanEstimate } from "./PlanEstimate";
import type { RecordUid } from "./RecordUid";
import type { Timestamp } from "./Timestamp";

/**
 * A plan that was kept, with what it came to on that day.
 */
export type PlanView = {
/**
 * Its identity.
 */
uid: RecordUid,
/**
 * As people call it.
 */
name: string,
/**
 * Who made it.
 */
made_by: string | null,
/**
 * When.
 */
created_at: Timestamp,
/**
 * Since when the run is held against it; null while it is a draft.
 */
frozen_at: Timestamp | null,
/**
 * How many attempts there were already: none where it was made before the run.
 */
attempts_before: number,
/**
 * What was planned.
 */
draft: PlanDraft,
/**
 * What it came to, with the prices and the history of that day.
 */
estimate: PlanEstimate, };
