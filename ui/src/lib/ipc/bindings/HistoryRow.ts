// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ContentHash } from "./ContentHash";
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";
import type { RejectionReason } from "./RejectionReason";
import type { Status } from "./Status";
import type { Timestamp } from "./Timestamp";

/**
 * One move.
 */
export type HistoryRow = {
/**
 * Its key in this library; later moves have higher ones.
 */
key: string,
/**
 * What happened, in a line: `Ada rejected gen_00042 for accuracy: product detail wrong`.
 */
line: string,
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
 * `person`, `app` or `import`.
 */
actor: string,
/**
 * Which generation.
 */
generation_id: GenerationId,
/**
 * Of which brief.
 */
brief_id: BriefId,
/**
 * From where; null for the first.
 */
from: Status | null,
/**
 * To where.
 */
to: Status,
/**
 * Why, primary reason first.
 */
reasons: Array<RejectionReason>,
/**
 * In their words.
 */
note: string | null,
/**
 * Whether it takes back an earlier move.
 */
undoes: boolean,
/**
 * BLAKE3 of the bytes that were judged.
 */
content_hash: ContentHash | null,
/**
 * Its link in the chain.
 */
hash: string,
/**
 * The computer that wrote it.
 */
host: string,
/**
 * What the clock said at the move before, where that is later: the clock was set back in between, and the order is the chain's.
 */
clock_was_at: Timestamp | null, };
