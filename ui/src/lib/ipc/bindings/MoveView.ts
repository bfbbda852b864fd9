// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { RejectionReason } from "./RejectionReason";
import type { Status } from "./Status";
import type { Timestamp } from "./Timestamp";

/**
 * One move in the history.
 */
export type MoveView = {
/**
 * When.
 */
at: Timestamp,
/**
 * Who; null where the app itself or an import moved it.
 */
person_id: PersonId | null,
/**
 * Their name then.
 */
person_name: string | null,
/**
 * From where; null for the first.
 */
from: Status | null,
/**
 * To where.
 */
to: Status,
/**
 * Why: the primary reason.
 */
reason: RejectionReason | null,
/**
 * Every reason, the primary one first.
 */
reasons: Array<RejectionReason>,
/**
 * In their words.
 */
note: string | null,
/**
 * Whether this move takes back an earlier one.
 */
undoes: boolean, };
