// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ClipFacts } from "./ClipFacts";
import type { ClipRow } from "./ClipRow";
import type { FrameRange } from "./FrameRange";
import type { HoldView } from "./HoldView";
import type { MoveView } from "./MoveView";
import type { PilotId } from "./PilotId";
import type { PreviewState } from "./PreviewState";
import type { TimeView } from "./TimeView";

/**
 * One generation whole, for the review room and the clip panel.
 */
export type ClipDetail = {
/**
 * As in the grid.
 */
row: ClipRow,
/**
 * The pilot it belongs to, if any.
 */
pilot_id: PilotId | null,
/**
 * Its clip, measured; null where there is none.
 */
facts: ClipFacts | null,
/**
 * The file's name, for people.
 */
file_name: string | null,
/**
 * Whether the preview is ready.
 */
preview: PreviewState,
/**
 * What the brief wants.
 */
brief_goal: string | null,
/**
 * What must be seen.
 */
must_include: Array<string>,
/**
 * What must not be seen.
 */
must_avoid: Array<string>,
/**
 * The rendered prompt.
 */
prompt: string | null,
/**
 * Its error, where the request failed.
 */
error_message: string | null,
/**
 * The part that was marked as good with a keep.
 */
good_part: FrameRange | null,
/**
 * Who holds it back for later.
 */
hold: HoldView | null,
/**
 * Who spent how long on it.
 */
time: Array<TimeView>,
/**
 * Review minutes so far, as a decimal.
 */
review_minutes: string,
/**
 * Editing minutes so far, as a decimal.
 */
editing_minutes: string,
/**
 * Every move, latest first.
 */
history: Array<MoveView>, };
