// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BandTier } from "./BandTier";
import type { LicenceFeature } from "./LicenceFeature";

/**
 * A band as it is typed. An empty cap is without end, an empty overage makes nothing beyond the cap, a feature that is not there is
 * not offered, and an empty throughput charges none.
 */
export type BandDraft = {
/**
 * As the vendor calls it.
 */
name: string,
/**
 * `short`, `mid_tier` or `enterprise`.
 */
tier: BandTier,
/**
 * Each month.
 */
monthly_fee: string,
/**
 * Clips a month.
 */
cap: string,
/**
 * Of each clip beyond.
 */
overage: string,
/**
 * What each feature that it has adds to a month; empty for nothing.
 */
features: { [key in LicenceFeature]?: string },
/**
 * Clips an hour within the fee.
 */
included_per_hour: string,
/**
 * A month, for each clip an hour beyond.
 */
monthly_per_extra: string, };
