// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";

/**
 * Puts the notes of the version before onto the current one.
 */
export type CarryNotesOverArgs = {
/**
 * Of which generation.
 */
generation_id: GenerationId,
/**
 * By whom.
 */
person_id: PersonId, };
