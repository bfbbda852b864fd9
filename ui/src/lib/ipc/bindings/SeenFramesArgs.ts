// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";

/**
 * Asks what a person has seen of a clip version.
 */
export type SeenFramesArgs = {
/**
 * Which, by its key on the media server.
 */
clip_key: string,
/**
 * Who.
 */
person_id: PersonId, };
