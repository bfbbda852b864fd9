// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BandChange } from "./BandChange";
import type { BandCostView } from "./BandCostView";
import type { BandPoint } from "./BandPoint";

/**
 * Which band is the cheapest, and where that changes.
 */
export type LicenceComparison = {
/**
 * What each band costs, in their order.
 */
costs: Array<BandCostView>,
/**
 * The cheapest, by its place; null where none serves.
 */
cheapest: number | null,
/**
 * From which volume on which band is the cheapest, beginning at 0.
 */
changes: Array<BandChange>,
/**
 * Totals over volumes, to be drawn.
 */
points: Array<BandPoint>, };
