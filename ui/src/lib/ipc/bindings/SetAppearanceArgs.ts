// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Appearance } from "./Appearance";

/**
 * Chooses the look.
 */
export type SetAppearanceArgs = {
/**
 * Light, dark, or what the system says.
 */
appearance: Appearance, };
