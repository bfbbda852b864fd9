// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Whom a band is for.
 */
export type BandTier = "short" | "mid_tier" | "enterprise";
