// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ClipCost } from "./ClipCost";
import type { ModelName } from "./ModelName";
import type { PersonId } from "./PersonId";
import type { PromptVersionName } from "./PromptVersionName";

/**
 * How clips are brought in.
 */
export type IngestOptions = {
/**
 * For which brief; one that does not exist yet becomes a bare brief.
 */
brief_id: BriefId,
/**
 * By which model, where known.
 */
model: ModelName | null,
/**
 * Leave the files where they are instead of copying them in.
 */
reference: boolean,
/**
 * Who asked the model for them, where known: they do not sign these clips.
 */
made_by: PersonId | null,
/**
 * With which version of a prompt template, where known: these clips count there.
 */
prompt: PromptVersionName | null,
/**
 * What the model cost for each clip; where nobody says, a price entry that fits is assumed.
 */
cost: ClipCost | null, };
