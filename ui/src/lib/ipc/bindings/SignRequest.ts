// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ContentHash } from "./ContentHash";
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";

/**
 * A signature, to be recorded.
 */
export type SignRequest = {
/**
 * Of which generation.
 */
generation_id: GenerationId,
/**
 * By whom.
 */
person_id: PersonId,
/**
 * Their passphrase, where one is set for them.
 */
passphrase: string | null,
/**
 * In their words.
 */
note: string | null,
/**
 * The bytes the signer looked at; refused where the clip has others by now.
 */
content_hash: ContentHash | null, };
