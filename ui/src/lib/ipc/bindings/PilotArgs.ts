// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotId } from "./PilotId";

/**
 * Asks for one pilot.
 */
export type PilotArgs = {
/**
 * Which.
 */
id: PilotId, };
