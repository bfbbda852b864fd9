// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";

/**
 * Takes back a person's last decision on one generation.
 */
export type UndoOnArgs = {
/**
 * On which.
 */
generation_id: GenerationId,
/**
 * Whose.
 */
person_id: PersonId, };
