// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Currency } from "./Currency";
import type { RefineVerdict } from "./RefineVerdict";

/**
 * Fixing a clip against making another.
 */
export type RefineView = {
/**
 * What is cheaper.
 */
verdict: RefineVerdict,
/**
 * What another usable clip is expected to cost; null while nothing is usable.
 */
another: string | null,
/**
 * Attempts that this is worked out from.
 */
attempts: number,
/**
 * Usable among them.
 */
usable: number,
/**
 * Whether they are those of the clip's brief, or of its whole pilot or library because the brief has nothing usable yet.
 */
of_brief: boolean,
/**
 * What an hour of the editor costs; null where nobody said.
 */
hourly_rate: string | null,
/**
 * How long the edit may take until another attempt is the cheaper way.
 */
break_even_minutes: string | null,
/**
 * How long an edit took so far, on average; null where nothing was edited yet.
 */
minutes: string | null,
/**
 * What that costs.
 */
fixing: string | null,
/**
 * Minutes already spent on editing this clip.
 */
spent_minutes: string,
/**
 * The currency of the amounts.
 */
currency: Currency, };
