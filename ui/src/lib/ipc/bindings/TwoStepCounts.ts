// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How many are drafted and how many finished, as they were typed.
 */
export type TwoStepCounts = {
/**
 * Attempts that are drafted.
 */
attempts: string,
/**
 * Clips that are finished.
 */
finals: string, };
