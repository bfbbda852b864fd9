// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ReviewSettings } from "./ReviewSettings";

/**
 * Changes how the review room behaves.
 */
export type SetReviewSettingsArgs = {
/**
 * How it is to behave.
 */
settings: ReviewSettings, };
