// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { AdviceSettings } from "./AdviceSettings";

/**
 * Changes when advice is given.
 */
export type SetAdviceSettingsArgs = {
/**
 * How.
 */
settings: AdviceSettings, };
