// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PriceTiers } from "./PriceTiers";

/**
 * Changes the tiers.
 */
export type SetPriceTiersArgs = {
/**
 * What they are from now on.
 */
tiers: PriceTiers, };
