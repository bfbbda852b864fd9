// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { LicenceQuestion } from "./LicenceQuestion";

/**
 * Compares licence bands.
 */
export type CompareLicencesArgs = {
/**
 * The bands and what is needed.
 */
question: LicenceQuestion, };
