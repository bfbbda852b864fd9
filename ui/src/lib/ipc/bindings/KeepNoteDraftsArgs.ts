// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { NoteDraft } from "./NoteDraft";
import type { PersonId } from "./PersonId";

/**
 * Keeps what a person has begun to write and not sent.
 */
export type KeepNoteDraftsArgs = {
/**
 * Who.
 */
person_id: PersonId,
/**
 * All of it; what is not among these is let go.
 */
drafts: Array<NoteDraft>, };
