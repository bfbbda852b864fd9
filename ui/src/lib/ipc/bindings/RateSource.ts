// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { AttemptsSource } from "./AttemptsSource";

/**
 * What is known of a usable rate.
 */
export type RateSource = { "kind": "history",
/**
 * Whose.
 */
source: AttemptsSource, } | { "kind": "guess",
/**
 * 0 to 1.
 */
rate: string,
/**
 * How many clips one would have to have seen to be as sure.
 */
as_sure_as: string, } | { "kind": "exactly",
/**
 * 0 to 1.
 */
rate: string, };
