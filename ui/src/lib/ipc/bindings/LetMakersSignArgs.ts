// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PilotId } from "./PilotId";

/**
 * Says whether makers may sign.
 */
export type LetMakersSignArgs = {
/**
 * In which pilot.
 */
pilot_id: PilotId,
/**
 * Whether they may.
 */
may: boolean, };
