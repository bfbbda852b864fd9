// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Day } from "./Day";

/**
 * What was spent until the end of a day.
 */
export type SpendPoint = {
/**
 * The day, in UTC.
 */
day: Day,
/**
 * On models, on the day of the attempt.
 */
model: string,
/**
 * On people, on the day the minutes were spent; minutes of a log on the day of the attempt.
 */
people: string,
/**
 * On overhead and compliance, on the day it was entered.
 */
overhead: string,
/**
 * All of it.
 */
total: string, };
