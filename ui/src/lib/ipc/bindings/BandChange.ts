// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * From here on another band is the cheapest.
 */
export type BandChange = {
/**
 * Clips a month.
 */
clips: number,
/**
 * Which band, by its place; null where none serves.
 */
band: number | null, };
