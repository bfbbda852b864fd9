// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a band costs a month.
 */
export type BandCostView = {
/**
 * As the vendor calls it.
 */
name: string,
/**
 * All of it; null where the band does not serve.
 */
total: string | null,
/**
 * Fee, features, throughput, overage.
 */
parts: [string, string, string, string] | null,
/**
 * Of one clip, to be compared; null where none is made.
 */
per_clip: string | null,
/**
 * Why the band does not serve.
 */
why_not: string | null, };
