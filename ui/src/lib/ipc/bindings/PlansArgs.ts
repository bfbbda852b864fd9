// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotId } from "./PilotId";

/**
 * Asks for plans.
 */
export type PlansArgs = {
/**
 * Of which pilot.
 */
pilot_id: PilotId, };
