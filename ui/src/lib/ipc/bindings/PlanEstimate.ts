// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { AmountRange } from "./AmountRange";
import type { CountRange } from "./CountRange";
import type { Currency } from "./Currency";
import type { NeededView } from "./NeededView";
import type { RankedModelView } from "./RankedModelView";
import type { SavedView } from "./SavedView";
import type { SwingView } from "./SwingView";
import type { UnknownCost } from "./UnknownCost";

/**
 * What a plan comes to. Null is unknown or undefined, never 0.
 */
export type PlanEstimate = {
/**
 * The currency of every amount.
 */
currency: Currency,
/**
 * All generations.
 */
generations: number,
/**
 * How many usable clips one expects.
 */
expected_usable: string,
/**
 * How many there may be, widest last.
 */
usable_ranges: Array<CountRange>,
/**
 * How likely not a single clip is usable.
 */
chance_of_none: string,
/**
 * What models charge.
 */
model_cost: string | null,
/**
 * What people cost, with the usable clips one expects.
 */
human_cost: string | null,
/**
 * Storage, orchestration, tooling, compliance, after savings.
 */
overhead_cost: string,
/**
 * All of it.
 */
total_cost: string | null,
/**
 * What is known of it; less than it where anything is unknown.
 */
known_cost: string,
/**
 * What is missing for the rest.
 */
unknown: Array<UnknownCost>,
/**
 * The expected total over the expected usable clips.
 */
cost_per_usable: string | null,
/**
 * The widest of the ranges below.
 */
cost_per_usable_interval: [string | null, string | null] | null,
/**
 * What a usable clip may cost, widest last.
 */
cost_per_usable_ranges: Array<AmountRange>,
/**
 * What a usable clip costs in twenty equally likely outcomes, dearest last; null where none is usable.
 */
outcomes: Array<string | null>,
/**
 * What one clip costs the team today.
 */
benchmark: string | null,
/**
 * How likely a usable clip costs less than that.
 */
beats_benchmark: string | null,
/**
 * How many usable clips are wanted.
 */
usable_wanted: number | null,
/**
 * Generations for them, at rising confidence.
 */
needed: Array<NeededView>,
/**
 * What the cost of a usable clip hangs on, most important first.
 */
swings: Array<SwingView>,
/**
 * The models as if each made the run alone, cheapest usable clip first.
 */
models: Array<RankedModelView>,
/**
 * What grouped prompts and reused templates are assumed to save.
 */
saved: SavedView | null, };
