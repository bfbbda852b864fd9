// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Currency } from "./Currency";
import type { ExchangeRate } from "./ExchangeRate";
import type { PriceCaution } from "./PriceCaution";
import type { PriceFigurePart } from "./PriceFigurePart";
import type { PriceLine } from "./PriceLine";

/**
 * A price with what it is made of.
 */
export type PriceFigure = {
/**
 * Of one clip, exact, in `currency`.
 */
price: string,
/**
 * The same to two places, half away from zero.
 */
rounded: string,
/**
 * The price over the seconds, exact where the division is.
 */
per_second: string,
/**
 * In what money; null where a base rate was typed, which is in the money it was meant in.
 */
currency: Currency | null,
/**
 * What makes it up, in the order it is worked out.
 */
parts: Array<PriceFigurePart>,
/**
 * The least and the most, where the variant has a range.
 */
range: [string, string] | null,
/**
 * What to be careful about.
 */
cautions: Array<PriceCaution>,
/**
 * The entry, where a model was priced.
 */
entry: PriceLine | null,
/**
 * The rate at which it was converted, where it was; the parts are in the entry's money then.
 */
rate: ExchangeRate | null, };
