// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Day } from "./Day";

/**
 * Where the cost of a usable clip stood after so many attempts.
 */
export type CostPoint = {
/**
 * Attempts so far.
 */
attempts: number,
/**
 * Usable so far.
 */
usable: number,
/**
 * The day of the last of them.
 */
day: Day,
/**
 * Spent on them.
 */
total_cost: string,
/**
 * Over usable; null while none is.
 */
cost_per_usable: string | null,
/**
 * The 95 % interval that follows from the usable rate; the upper end is null where the rate may be 0.
 */
low: string | null,
/**
 * The upper end.
 */
high: string | null, };
