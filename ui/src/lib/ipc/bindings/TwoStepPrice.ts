// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Currency } from "./Currency";

/**
 * Two settings, and making attempts in one before finishing in the other.
 */
export type TwoStepPrice = {
/**
 * Every attempt in the first settings.
 */
drafts: string,
/**
 * The finished clips in the second settings.
 */
finals: string,
/**
 * Both.
 */
total: string,
/**
 * Every attempt in the second settings instead.
 */
all_final: string,
/**
 * What drafting saves; below 0 it costs more.
 */
saved: string,
/**
 * The saved share of `all_final`, 0 to 1; null where that is 0.
 */
saved_share: string | null,
/**
 * In what money; null where a base rate was typed.
 */
currency: Currency | null, };
