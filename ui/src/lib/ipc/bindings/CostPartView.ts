// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { CostPartName } from "./CostPartName";

/**
 * A part of the cost.
 */
export type CostPartView = {
/**
 * Which.
 */
part: CostPartName,
/**
 * How much.
 */
amount: string,
/**
 * Its share of all; null while nothing was spent.
 */
share: string | null,
/**
 * Over usable clips; null while none is usable.
 */
per_usable: string | null,
/**
 * Minutes behind it, for people's parts.
 */
minutes: string | null, };
