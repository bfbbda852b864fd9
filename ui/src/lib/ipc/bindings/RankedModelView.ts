// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { NeededView } from "./NeededView";
import type { RateView } from "./RateView";

/**
 * A model as if it made the run alone.
 */
export type RankedModelView = {
/**
 * As in the plan.
 */
name: string,
/**
 * What a generation costs.
 */
cost_per_generation: string | null,
/**
 * What a second costs, where the length is said.
 */
cost_per_second: string | null,
/**
 * Where the price comes from, or why there is none.
 */
price_basis: string,
/**
 * What is believed of its usable rate.
 */
rate: RateView,
/**
 * The expected total over the expected usable clips.
 */
cost_per_usable: string | null,
/**
 * What a usable clip may cost, 95 %.
 */
cost_per_usable_interval: [string | null, string | null] | null,
/**
 * How likely a usable clip costs less than the benchmark.
 */
beats_benchmark: string | null,
/**
 * Generations for the wanted clips, at 90 %.
 */
needed: NeededView | null, };
