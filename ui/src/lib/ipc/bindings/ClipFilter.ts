// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ModelName } from "./ModelName";
import type { PilotId } from "./PilotId";
import type { RejectionReason } from "./RejectionReason";
import type { Status } from "./Status";

/**
 * Which generations are asked for. Empty lists ask for all.
 */
export type ClipFilter = {
/**
 * Only of this pilot.
 */
pilot: PilotId | null,
/**
 * Only of these briefs.
 */
briefs: Array<BriefId>,
/**
 * Only of these models.
 */
models: Array<ModelName>,
/**
 * Only in these statuses.
 */
statuses: Array<Status>,
/**
 * Only rejected for these reasons.
 */
reasons: Array<RejectionReason>,
/**
 * Only with at least one flag.
 */
flagged: boolean,
/**
 * Words that must stand in the id, brief, model, prompt, note or file name.
 */
search: string, };
