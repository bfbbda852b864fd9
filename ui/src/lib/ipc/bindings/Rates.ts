// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { RateRow } from "./RateRow";

/**
 * Usable rates, side by side.
 */
export type Rates = {
/**
 * By model, most attempts first; attempts of no known model last.
 */
by_model: Array<RateRow>,
/**
 * By prompt version, most attempts first; attempts with no known prompt last.
 */
by_prompt: Array<RateRow>,
/**
 * By week (Monday, UTC), in order.
 */
by_week: Array<RateRow>, };
