// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotId } from "./PilotId";

/**
 * Begins a brief.
 */
export type NewBriefArgs = {
/**
 * The pilot it counts in; null for none.
 */
pilot_id: PilotId | null, };
