// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Currency } from "./Currency";
import type { ReasonCount } from "./ReasonCount";

/**
 * One of two.
 */
export type ComparedPrompt = {
/**
 * `tpl_hook@2`.
 */
name: string,
/**
 * Attempts, failures included.
 */
total: number,
/**
 * Requests that failed.
 */
failed: number,
/**
 * Usable ones.
 */
usable: number,
/**
 * Published ones.
 */
published: number,
/**
 * usable / total.
 */
usable_rate: string | null,
/**
 * Wilson, 95 %.
 */
usable_rate_interval: [string, string] | null,
/**
 * Why takes were thrown away, most frequent first.
 */
rejection_reasons: Array<ReasonCount>,
/**
 * What models cost, as far as known.
 */
model_cost: string,
/**
 * Attempts whose model cost is not known.
 */
unknown_costs: number,
/**
 * People's minutes on these attempts at their rates.
 */
human_cost: string,
/**
 * Minutes by people whose rate is not known; their cost is missing.
 */
minutes_without_rate: string,
/**
 * Models, people, and what else was entered for these attempts.
 */
total_cost: string,
/**
 * Total over usable.
 */
cost_per_usable: string | null,
/**
 * What follows from the interval of the usable rate; the upper end is null where the rate may be 0.
 */
cost_per_usable_interval: [string | null, string | null] | null,
/**
 * Of every amount.
 */
currency: Currency, };
