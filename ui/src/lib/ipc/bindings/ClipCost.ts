// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";
import type { CostBasis } from "./CostBasis";

/**
 * What the model cost for a clip, and how that is known.
 */
export type ClipCost = {
/**
 * In the library's currency.
 */
amount: Amount,
/**
 * Billed, reported by the provider, or assumed.
 */
basis: CostBasis, };
