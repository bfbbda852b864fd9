// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Currency } from "./Currency";
import type { Day } from "./Day";
import type { ExchangeRate } from "./ExchangeRate";
import type { PriceLine } from "./PriceLine";

/**
 * The catalogue a library plans with.
 */
export type PriceCatalogueView = {
/**
 * The day the shipped part was put together.
 */
as_of: Day | null,
/**
 * How many days ago that was.
 */
age_days: number | null,
/**
 * From how many days on a price counts as old.
 */
stale_after_days: number,
/**
 * The library's money.
 */
currency: Currency,
/**
 * Every entry that counts; those of people first, then by provider and model.
 */
entries: Array<PriceLine>,
/**
 * The exchange rates that people entered, the latest first.
 */
rates: Array<ExchangeRate>, };
