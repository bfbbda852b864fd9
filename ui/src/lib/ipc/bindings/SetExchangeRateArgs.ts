// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ExchangeRate } from "./ExchangeRate";

/**
 * Enters an exchange rate.
 */
export type SetExchangeRateArgs = {
/**
 * The rate with its date.
 */
rate: ExchangeRate, };
