// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { PilotId } from "./PilotId";
import type { PilotSettings } from "./PilotSettings";

/**
 * Says a pilot's settings anew.
 */
export type SetPilotSettingsArgs = {
/**
 * Of which pilot.
 */
id: PilotId,
/**
 * What is said of it from now on.
 */
settings: PilotSettings,
/**
 * Who says so; null where nobody said who they are.
 */
person_id: PersonId | null, };
