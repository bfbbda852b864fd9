// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotId } from "./PilotId";

/**
 * Asks for what was entered.
 */
export type OverheadArgs = {
/**
 * For which pilot.
 */
pilot_id: PilotId, };
