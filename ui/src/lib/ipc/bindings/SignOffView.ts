// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ContentHash } from "./ContentHash";
import type { PersonId } from "./PersonId";
import type { Timestamp } from "./Timestamp";
import type { VoidReason } from "./VoidReason";

/**
 * A sign-off, standing or void.
 */
export type SignOffView = {
/**
 * Of which version.
 */
version: number,
/**
 * Of which bytes.
 */
content_hash: ContentHash,
/**
 * Who.
 */
person_id: PersonId,
/**
 * Their name then.
 */
person_name: string,
/**
 * Whether they gave a passphrase.
 */
passphrase_checked: boolean,
/**
 * In their words.
 */
note: string | null,
/**
 * When.
 */
at: Timestamp,
/**
 * When it ended; null while it stands.
 */
voided_at: Timestamp | null,
/**
 * Why it ended.
 */
void_reason: VoidReason | null, };
