// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Day } from "./Day";

/**
 * How far a pilot is.
 */
export type TimeLeft = {
/**
 * Attempts in the whole scope.
 */
attempts: number,
/**
 * How many were planned; null where nobody said.
 */
target: number | null,
/**
 * How many of those are left.
 */
attempts_left: number | null,
/**
 * The day it started, by the pilot's settings or its first attempt.
 */
started_on: Day | null,
/**
 * The day it is meant to end; null where nobody said.
 */
ends_on: Day | null,
/**
 * Days until then, today included; negative once it is over.
 */
days_left: number | null,
/**
 * Attempts a day so far.
 */
attempts_per_day: string | null,
/**
 * The day the planned attempts are made at this pace.
 */
done_on: Day | null, };
