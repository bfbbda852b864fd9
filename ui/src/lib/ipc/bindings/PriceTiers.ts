// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PriceSetting } from "./PriceSetting";

/**
 * The settings a library calls its tiers: cheap and quick while the idea is open, dear once it is locked.
 */
export type PriceTiers = {
/**
 * While the idea is open.
 */
sketch: PriceSetting | null,
/**
 * Once it is locked.
 */
hero: PriceSetting | null, };
