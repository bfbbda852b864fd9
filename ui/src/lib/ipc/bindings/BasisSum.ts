// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { CostBasis } from "./CostBasis";

/**
 * Model costs by where they come from.
 */
export type BasisSum = {
/**
 * Where they come from; null for attempts whose cost is not known.
 */
basis: CostBasis | null,
/**
 * Attempts.
 */
attempts: number,
/**
 * What they cost; null where that is not known.
 */
amount: string | null, };
