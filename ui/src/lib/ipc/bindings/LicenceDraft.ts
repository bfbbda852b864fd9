// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BandDraft } from "./BandDraft";

/**
 * Licence bands as they are typed.
 */
export type LicenceDraft = {
/**
 * In what money; empty for the library's.
 */
currency: string,
/**
 * The bands.
 */
bands: Array<BandDraft>, };
