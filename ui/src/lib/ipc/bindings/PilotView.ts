// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotId } from "./PilotId";
import type { ReportView } from "./ReportView";
import type { VerdictView } from "./VerdictView";

/**
 * A pilot on its card and at the head of its page.
 */
export type PilotView = {
/**
 * `pl_0001`.
 */
id: PilotId,
/**
 * As people call it.
 */
name: string,
/**
 * `social_broll` ...
 */
format: string,
/**
 * `instagram_reel` ...
 */
channel: string,
/**
 * How many generations are planned.
 */
target_generations: number | null,
/**
 * What one clip costs the team today, as a decimal; null where nobody said.
 */
benchmark: string | null,
/**
 * What the pilot may cost in all, as a decimal; null where nobody said.
 */
budget: string | null,
/**
 * Whether who made a clip may also sign it.
 */
maker_may_sign: boolean,
/**
 * Whether AI video is ready for production, as far as this pilot says.
 */
verdict: VerdictView,
/**
 * Its numbers.
 */
report: ReportView, };
