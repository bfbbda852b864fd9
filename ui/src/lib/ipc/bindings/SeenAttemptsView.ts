// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What own attempts came to.
 */
export type SeenAttemptsView = {
/**
 * Attempts, failures included.
 */
total: number,
/**
 * Usable ones.
 */
usable: number,
/**
 * Those not decided yet; they count as not usable.
 */
undecided: number,
/**
 * usable / total.
 */
rate: string | null,
/**
 * Wilson, 95 %.
 */
interval: [string, string] | null,
/**
 * Minutes of review over attempts.
 */
review_minutes: string | null,
/**
 * Minutes of editing over usable clips.
 */
editing_minutes: string | null,
/**
 * Minutes of brand review over usable clips.
 */
brand_minutes: string | null, };
