// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Currency } from "./Currency";
import type { ReasonCount } from "./ReasonCount";
import type { StatusCount } from "./StatusCount";

/**
 * The numbers of product.md, as decimal strings; null where undefined. The field names are those of `circletake report`.
 */
export type ReportView = {
/**
 * Attempts, failures included.
 */
total: number,
/**
 * Requests that failed.
 */
failed: number,
/**
 * Approved to publish, scheduled or published.
 */
usable: number,
/**
 * Published.
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
 * total / usable.
 */
attempts_per_usable: string | null,
/**
 * What models cost, as far as known.
 */
model_cost: string,
/**
 * Creative review, in minutes.
 */
review_minutes: string,
/**
 * Editing, in minutes.
 */
editing_minutes: string,
/**
 * Brand review, in minutes.
 */
brand_minutes: string,
/**
 * Minutes times the rate of who spent them.
 */
human_cost: string,
/**
 * Storage, orchestration, tooling, compliance.
 */
overhead_cost: string,
/**
 * All of it.
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
 * Total over published.
 */
cost_per_published: string | null,
/**
 * Minutes of people over usable.
 */
human_minutes_per_usable: string | null,
/**
 * Attempts whose model cost is not known.
 */
unknown_costs: number,
/**
 * Why takes were thrown away, most frequent first.
 */
rejection_reasons: Array<ReasonCount>,
/**
 * Attempts in each status that occurs, in workflow order.
 */
statuses: Array<StatusCount>,
/**
 * The currency of every amount above.
 */
currency: Currency,
/**
 * Seconds of usable clips: the good part where one was marked, else the whole clip.
 */
usable_seconds: string,
/**
 * Total over usable seconds; undefined while the length of a usable clip is not known.
 */
cost_per_usable_second: string | null,
/**
 * Usable clips of which no length is known.
 */
usable_of_unknown_length: number,
/**
 * How often a reject said only `other`: its share of all rejects.
 */
other_rate: string | null,
/**
 * Whether that is more often than it should be.
 */
other_too_high: boolean,
/**
 * Minutes by people whose hourly rate is not known; their cost is missing above.
 */
minutes_without_rate: string, };
