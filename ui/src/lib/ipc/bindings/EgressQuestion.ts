// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What sending costs.
 */
export type EgressQuestion = { "by": "rate",
/**
 * Of a second.
 */
per_second: string, } | { "by": "traffic",
/**
 * Megabits a second.
 */
megabits_per_second: string,
/**
 * Of a gigabyte in this region.
 */
price_per_gigabyte: string,
/**
 * In percent, 0 to 100.
 */
kept_away_percent: string, };
