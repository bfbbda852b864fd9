// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PriceAnswer } from "./PriceAnswer";
import type { Problem } from "./Problem";
import type { TwoStepPrice } from "./TwoStepPrice";

/**
 * What settings cost side by side.
 */
export type PriceComparison = {
/**
 * For each of the settings, in their order.
 */
answers: Array<PriceAnswer>,
/**
 * Of the first two, where both have a price in one money.
 */
two_step: TwoStepPrice | null,
/**
 * Why there is no two-step price; null where there is one, or it was not asked for.
 */
two_step_problem: Problem | null, };
