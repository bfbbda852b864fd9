// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotSettings } from "./PilotSettings";

/**
 * Starts a pilot.
 */
export type CreatePilotArgs = {
/**
 * What is said of it.
 */
settings: PilotSettings, };
