// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How many generations the wanted clips need.
 */
export type NeededView = {
/**
 * How sure one wants to be.
 */
confidence: string,
/**
 * How many; null where no number is enough.
 */
generations: number | null,
/**
 * Why there is no number.
 */
why_not: string | null, };
