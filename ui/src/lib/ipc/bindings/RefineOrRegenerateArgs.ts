// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";

/**
 * Asks whether a clip is worth its edit.
 */
export type RefineOrRegenerateArgs = {
/**
 * Which clip.
 */
generation_id: GenerationId,
/**
 * Who would edit it.
 */
person_id: PersonId | null, };
