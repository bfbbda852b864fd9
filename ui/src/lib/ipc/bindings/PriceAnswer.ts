// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PriceFigure } from "./PriceFigure";
import type { Problem } from "./Problem";

/**
 * What settings cost, or why nobody can say.
 */
export type PriceAnswer = {
/**
 * What they cost.
 */
figure: PriceFigure | null,
/**
 * Why there is no price. Unknown is unknown, never 0.
 */
problem: Problem | null, };
