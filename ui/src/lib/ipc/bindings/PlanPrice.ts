// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PriceRequest } from "./PriceRequest";

/**
 * What a generation costs.
 */
export type PlanPrice = { "kind": "catalogue",
/**
 * One clip of the model.
 */
request: PriceRequest, } | { "kind": "per_generation",
/**
 * In the library's currency.
 */
amount: string, } | { "kind": "per_second",
/**
 * In the library's currency.
 */
amount: string, } | { "kind": "unknown" };
