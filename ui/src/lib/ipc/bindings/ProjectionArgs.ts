// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotId } from "./PilotId";

/**
 * Asks how a run went against its plan.
 */
export type ProjectionArgs = {
/**
 * Of which pilot.
 */
pilot_id: PilotId, };
