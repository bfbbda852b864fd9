// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { CostBasis } from "./CostBasis";
import type { GenerationId } from "./GenerationId";
import type { ModelName } from "./ModelName";
import type { Status } from "./Status";

/**
 * One attempt, projected and actual.
 */
export type ClipProjection = {
/**
 * Which.
 */
generation_id: GenerationId,
/**
 * Where it stands.
 */
status: Status,
/**
 * By which model.
 */
model: ModelName | null,
/**
 * With which prompt version: `pr_00007 v3`.
 */
prompt: string | null,
/**
 * What it was projected to cost.
 */
projected: string | null,
/**
 * What it cost.
 */
actual: string | null,
/**
 * How that is known.
 */
basis: CostBasis | null,
/**
 * Actual less projected.
 */
variance: string | null,
/**
 * Seconds measured in its file.
 */
seconds: string | null,
/**
 * What a second was projected to cost, over the length that was asked for.
 */
projected_per_second: string | null,
/**
 * What it cost, over the length that was measured.
 */
actual_per_second: string | null, };
