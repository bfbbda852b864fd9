// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What is believed of a usable rate, and why.
 */
export type RateView = {
/**
 * What one expects.
 */
mean: string,
/**
 * Where it lies, 95 %.
 */
interval: [string, string],
/**
 * Where that comes from: `8 of 50 seen in pl_0001`.
 */
basis: string, };
