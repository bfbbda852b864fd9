// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Fidelity } from "./Fidelity";
import type { Level } from "./Level";
import type { SensitiveCategory } from "./SensitiveCategory";

/**
 * A brief while it is typed. Nothing is refused here: what does not read is named by [`BriefForm::read`] and kept all the same.
 */
export type BriefForm = {
/**
 * `instagram_reel` ...
 */
channel: string,
/**
 * `social_broll` ...
 */
format: string,
/**
 * Length of a clip in seconds.
 */
duration_seconds: string,
/**
 * What it is for.
 */
goal: string,
/**
 * What must be seen.
 */
must_include: Array<string>,
/**
 * What must not be seen.
 */
must_avoid: Array<string>,
/**
 * What a small visual error would cost.
 */
risk_level: Level,
/**
 * How alike the clips must be.
 */
consistency_requirement: Level,
/**
 * `9:16` ...
 */
aspect_ratio: string,
/**
 * `1080p` ...
 */
resolution: string,
/**
 * Frames per second.
 */
frame_rate: string,
/**
 * What is seen.
 */
scene: string,
/**
 * How it feels.
 */
mood: string,
/**
 * How the camera moves.
 */
camera_direction: string,
/**
 * What is said.
 */
voice_cues: string,
/**
 * What is heard under it.
 */
music_cues: string,
/**
 * The brand and how it looks.
 */
brand_identity: string,
/**
 * What the brand says.
 */
brand_messaging: string,
/**
 * What the brand always does.
 */
brand_do: Array<string>,
/**
 * What the brand never does.
 */
brand_dont: Array<string>,
/**
 * How finished it must look.
 */
fidelity: Fidelity | null,
/**
 * Shown as a paid ad.
 */
paid: boolean,
/**
 * Subjects that need checks of their own.
 */
sensitive_categories: Array<SensitiveCategory>,
/**
 * How many rounds of revision are planned.
 */
planned_revisions: string,
/**
 * Entries of lists that are typed and not yet entered, by the name of their field.
 */
unfinished: { [key in string]: string }, };
