// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Currency } from "./Currency";

/**
 * A list price in other money, as the source converted it.
 */
export type Conversion = {
/**
 * The money of the list.
 */
currency: Currency,
/**
 * How much of it made one of the entry's.
 */
rate: string, };
