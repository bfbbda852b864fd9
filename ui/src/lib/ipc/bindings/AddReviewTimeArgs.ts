// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { Microseconds } from "./Microseconds";
import type { PersonId } from "./PersonId";

/**
 * Adds time that a person spent looking at a clip.
 */
export type AddReviewTimeArgs = {
/**
 * At which.
 */
generation_id: GenerationId,
/**
 * Who.
 */
person_id: PersonId,
/**
 * How long.
 */
microseconds: Microseconds, };
