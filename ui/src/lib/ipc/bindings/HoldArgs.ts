// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";

/**
 * Holds a take back for later.
 */
export type HoldArgs = {
/**
 * Which.
 */
generation_id: GenerationId,
/**
 * In whose name.
 */
person_id: PersonId, };
