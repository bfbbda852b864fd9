// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PricePartKind } from "./PricePartKind";

/**
 * A part of a price.
 */
export type PriceFigurePart = {
/**
 * What it is.
 */
kind: PricePartKind,
/**
 * How it came about, in words.
 */
how: string,
/**
 * A factor or an amount, by its kind.
 */
value: string, };
