// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";
import type { RejectionReason } from "./RejectionReason";
import type { Scope } from "./Scope";
import type { Status } from "./Status";
import type { Timestamp } from "./Timestamp";

/**
 * Which moves are asked for; what is empty asks for all.
 */
export type HistoryQuery = {
/**
 * Only of this generation.
 */
generation_id: GenerationId | null,
/**
 * Only of generations in this scope.
 */
scope: Scope,
/**
 * Only by this person.
 */
person_id: PersonId | null,
/**
 * Only to these statuses.
 */
statuses: Array<Status>,
/**
 * Only for these reasons.
 */
reasons: Array<RejectionReason>,
/**
 * Not before.
 */
since: Timestamp | null,
/**
 * Before.
 */
until: Timestamp | null,
/**
 * Words that must stand in the generation's id, the note or the person's name.
 */
text: string, };
