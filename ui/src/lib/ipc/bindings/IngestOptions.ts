// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ModelName } from "./ModelName";
import type { PersonId } from "./PersonId";

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
made_by: PersonId | null, };
