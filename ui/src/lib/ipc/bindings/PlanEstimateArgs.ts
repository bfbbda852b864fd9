// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PlanDraft } from "./PlanDraft";

/**
 * Asks what a run will cost.
 */
export type PlanEstimateArgs = {
/**
 * What is planned.
 */
draft: PlanDraft, };
