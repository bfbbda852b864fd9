// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ReviewSettings } from "./ReviewSettings";

export type SetReviewSettingsArgs = { settings: ReviewSettings, };
