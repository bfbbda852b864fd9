// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";

/**
 * A passphrase is set, changed or taken away.
 */
export type PassphraseRequest = {
/**
 * Whose.
 */
person_id: PersonId,
/**
 * Who does it: that person, or an owner.
 */
by_id: PersonId,
/**
 * The passphrase of who does it, where they have one.
 */
by_passphrase: string | null,
/**
 * The new one; null takes it away.
 */
passphrase: string | null, };
