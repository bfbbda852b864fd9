// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What video given with the request costs. Where an entry says nothing, it is not known.
 */
export type VideoCharge = { "charge": "per_second",
/**
 * Of one second.
 */
price: string, } | { "charge": "as_output" } | { "charge": "own_rate",
/**
 * Of one second of either.
 */
price: string,
/**
 * At least so many times the output's seconds are billed.
 */
least_times_output: string, };
