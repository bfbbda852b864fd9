// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { LicenceDraft } from "./LicenceDraft";

/**
 * Keeps licence bands.
 */
export type SetLicenceBandsArgs = {
/**
 * As they were typed; they need not be complete.
 */
draft: LicenceDraft, };
