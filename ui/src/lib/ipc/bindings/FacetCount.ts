// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * A value and how often it occurs.
 */
export type FacetCount = {
/**
 * The value as stored.
 */
value: string,
/**
 * Generations that carry it.
 */
count: number, };
