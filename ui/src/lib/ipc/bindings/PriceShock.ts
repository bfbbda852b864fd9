// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ShockPoint } from "./ShockPoint";

/**
 * What a usable clip would cost if models cost more.
 */
export type PriceShock = {
/**
 * From the price as it is to ten times as much, in steps of a half.
 */
points: Array<ShockPoint>,
/**
 * The factor at which a usable clip costs the benchmark; null where model prices do not decide it.
 */
factor_at_benchmark: string | null, };
