// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Run } from "./Run";

/**
 * How a provider bills the seconds it makes. Prices are per unit, in the entry's currency; 0 is free.
 */
export type Billing = { "unit": "second",
/**
 * Of one second.
 */
price: string, } | { "unit": "credit",
/**
 * Credits a second of output uses.
 */
credits_per_second: string,
/**
 * What a credit costs.
 */
price_per_credit: string, } | { "unit": "block",
/**
 * Seconds in a block.
 */
seconds: string,
/**
 * Of one block.
 */
price: string,
/**
 * Up to how many blocks the price is known; `None` where it holds for any number.
 */
most?: number | null, } | { "unit": "run",
/**
 * Each length.
 */
runs: Array<Run>, } | { "unit": "token",
/**
 * Tokens a second of output comes to, at this resolution in 16:9.
 */
tokens_per_second: string,
/**
 * What a million tokens cost.
 */
price_per_million: string, } | { "unit": "formula",
/**
 * B.
 */
base_rate: string, };
