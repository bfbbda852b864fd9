// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { CostBasis } from "./CostBasis";

/**
 * What models charged, of one basis.
 */
export type BasisAmount = {
/**
 * How it is known.
 */
basis: CostBasis,
/**
 * How many attempts.
 */
attempts: number,
/**
 * How much.
 */
amount: string, };
