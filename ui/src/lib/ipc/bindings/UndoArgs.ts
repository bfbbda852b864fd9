// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";

/**
 * Takes back a person's last decision.
 */
export type UndoArgs = {
/**
 * Whose.
 */
person_id: PersonId, };
