// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefCheck } from "./BriefCheck";
import type { BriefForm } from "./BriefForm";
import type { BriefId } from "./BriefId";
import type { DraftView } from "./DraftView";
import type { PilotId } from "./PilotId";
import type { RevisionView } from "./RevisionView";

/**
 * A brief on the screen where it is written.
 */
export type BriefWriting = {
/**
 * `bf_2025_001`.
 */
id: BriefId,
/**
 * The pilot it belongs to, if any.
 */
pilot_id: PilotId | null,
/**
 * What stands in it: the draft where there is one, else the current revision.
 */
form: BriefForm,
/**
 * What was typed since the current revision.
 */
draft: DraftView | null,
/**
 * Its revisions, the latest first.
 */
revisions: Array<RevisionView>,
/**
 * What is to be said of it.
 */
check: BriefCheck,
/**
 * Fields that came with it and that Circletake has none for; they go out again as they came.
 */
other_fields: Array<string>, };
