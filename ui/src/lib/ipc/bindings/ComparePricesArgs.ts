// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PriceSetting } from "./PriceSetting";
import type { TwoStepCounts } from "./TwoStepCounts";

/**
 * Prices settings.
 */
export type ComparePricesArgs = {
/**
 * Side by side.
 */
settings: Array<PriceSetting>,
/**
 * Asks what drafting in the first and finishing in the second costs.
 */
two_step: TwoStepCounts | null, };
