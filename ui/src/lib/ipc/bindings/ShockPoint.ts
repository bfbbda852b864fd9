// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a usable clip would cost at some multiple of the model price.
 */
export type ShockPoint = {
/**
 * How many times the price.
 */
factor: string,
/**
 * All of it.
 */
total_cost: string,
/**
 * Over usable; null while none is.
 */
cost_per_usable: string | null,
/**
 * People's share of the total; null while nothing was spent.
 */
human_share: string | null,
/**
 * People's cost over usable, which no price changes.
 */
human_per_usable: string | null, };
