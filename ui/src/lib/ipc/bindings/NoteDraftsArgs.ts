// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";

/**
 * Asks what a person has begun to write and not sent.
 */
export type NoteDraftsArgs = {
/**
 * Who.
 */
person_id: PersonId, };
