// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Currency } from "./Currency";
import type { Day } from "./Day";

/**
 * So much of one currency for one unit of another, on a day.
 */
export type ExchangeRate = {
/**
 * One unit of this ...
 */
from: Currency,
/**
 * ... is worth
 */
to: Currency,
/**
 * so much of that.
 */
rate: string,
/**
 * On this day.
 */
as_of: Day, };
