// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ModelName } from "./ModelName";
import type { PlanPrice } from "./PlanPrice";
import type { RateSource } from "./RateSource";

/**
 * A model's part of a run.
 */
export type PlanModel = {
/**
 * As logs and price lists call it.
 */
name: ModelName,
/**
 * How many generations it makes.
 */
generations: number,
/**
 * What one of them costs.
 */
price: PlanPrice,
/**
 * What is known of its usable rate.
 */
rate: RateSource, };
