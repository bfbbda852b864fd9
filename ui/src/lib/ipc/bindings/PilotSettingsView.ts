// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotSettings } from "./PilotSettings";
import type { StandardView } from "./StandardView";

/**
 * The settings of a pilot with everything it was ever held against.
 */
export type PilotSettingsView = {
/**
 * As they are.
 */
settings: PilotSettings,
/**
 * Benchmarks and quality bars, the latest first; the first is the one that counts.
 */
standards: Array<StandardView>, };
