// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A usable rate with what else is known of those attempts.
 */
export type RateRow = {
/**
 * The model, `pr_00007 v3`, or the Monday; null for attempts where it is not known.
 */
name: string | null,
/**
 * Attempts, failures included.
 */
total: number,
/**
 * Usable.
 */
usable: number,
/**
 * usable / total.
 */
usable_rate: string | null,
/**
 * Wilson, 95 %.
 */
interval: [string, string] | null,
/**
 * All they cost.
 */
total_cost: string,
/**
 * Over usable; null while none is.
 */
cost_per_usable: string | null,
/**
 * Attempts whose model cost is not known, and missing.
 */
unknown_costs: number, };
