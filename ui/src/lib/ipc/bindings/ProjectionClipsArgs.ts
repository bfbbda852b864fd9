// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotId } from "./PilotId";

/**
 * Asks for its attempts.
 */
export type ProjectionClipsArgs = {
/**
 * Of which pilot.
 */
pilot_id: PilotId,
/**
 * How many are left out at the beginning.
 */
offset: number,
/**
 * How many are told.
 */
limit: number, };
