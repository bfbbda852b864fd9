// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { PlanMinutes } from "./PlanMinutes";
import type { PlanModel } from "./PlanModel";
import type { PlanOverhead } from "./PlanOverhead";

/**
 * A run as a person plans it.
 */
export type PlanDraft = {
/**
 * The brief that is run, where it is written already.
 */
brief_id: BriefId | null,
/**
 * The models that share the run.
 */
models: Array<PlanModel>,
/**
 * Seconds of one clip; what follows per second is not said without.
 */
seconds: string | null,
/**
 * Creative review, on every generation.
 */
review: PlanMinutes,
/**
 * Editing, on the clips that pass.
 */
editing: PlanMinutes,
/**
 * Brand review, on the clips that pass.
 */
brand_review: PlanMinutes,
/**
 * What the run costs beside models and people.
 */
overhead: PlanOverhead,
/**
 * What one clip costs the team today.
 */
benchmark: string | null,
/**
 * How many usable clips are wanted.
 */
usable_wanted: number | null, };
