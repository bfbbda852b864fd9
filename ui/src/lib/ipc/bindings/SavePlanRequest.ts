// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotId } from "./PilotId";
import type { PlanDraft } from "./PlanDraft";

/**
 * Keeps a plan with a pilot.
 */
export type SavePlanRequest = {
/**
 * Whose run it is.
 */
pilot_id: PilotId,
/**
 * As people will call it.
 */
name: string,
/**
 * What is planned.
 */
draft: PlanDraft, };
