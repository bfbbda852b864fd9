// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Origin } from "./Origin";
import type { PriceEntry } from "./PriceEntry";
import type { RecordUid } from "./RecordUid";

/**
 * An entry of the catalogue.
 */
export type PriceLine = {
/**
 * Its identity.
 */
uid: RecordUid,
/**
 * Who put it there.
 */
origin: Origin,
/**
 * The entry whose place it takes.
 */
replaces: RecordUid | null,
/**
 * What it says.
 */
entry: PriceEntry,
/**
 * What it is for, in words.
 */
words: string,
/**
 * What a second costs at the best, exact; null only beyond the range of numbers.
 */
per_second: string | null,
/**
 * How it is billed, in words: `12 credits a second at 0.01`.
 */
billing: string,
/**
 * How old it is at most, in days; null where nobody wrote it down.
 */
age_days: number | null,
/**
 * Seen too long ago to be trusted without a look, or nobody knows when.
 */
stale: boolean,
/**
 * Whether it can be planned with today.
 */
plannable: boolean, };
