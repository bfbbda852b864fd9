// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { LicenceDraft } from "./LicenceDraft";
import type { LicenceFeature } from "./LicenceFeature";

/**
 * What is needed of a licence, as it was typed.
 */
export type LicenceQuestion = {
/**
 * The bands.
 */
draft: LicenceDraft,
/**
 * Clips a month.
 */
clips: string,
/**
 * Clips an hour at the busiest; empty for none.
 */
per_hour: string,
/**
 * Features that must be there.
 */
features: Array<LicenceFeature>, };
