// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";
import type { QualityBar } from "./QualityBar";

/**
 * A pilot's settings, as they are shown and as they are said anew.
 */
export type PilotSettings = {
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
 * How long its clips are to be, in seconds; the shorter end where a range is wanted.
 */
shortest_seconds: string | null,
/**
 * The longer end of a range.
 */
longest_seconds: string | null,
/**
 * The models it tries, by name.
 */
models: Array<string>,
/**
 * The prompt templates it tries, by id.
 */
templates: Array<string>,
/**
 * What one clip costs the team today; null where nobody said.
 */
benchmark: Amount | null,
/**
 * What that clip is.
 */
benchmark_what: string | null,
/**
 * Who says so.
 */
benchmark_source: string | null,
/**
 * What the pilot may cost in all.
 */
budget: Amount | null,
/**
 * What must be true at its end.
 */
quality_bar: QualityBar,
/**
 * The preset it was made from; it stays as it was.
 */
preset: string | null, };
