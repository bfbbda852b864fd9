// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What the bands cost at a volume.
 */
export type BandPoint = {
/**
 * Clips a month.
 */
clips: number,
/**
 * Each band's total; null where it does not serve.
 */
totals: Array<string | null>, };
