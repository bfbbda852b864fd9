// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";
import type { PersonId } from "./PersonId";
import type { Role } from "./Role";

/**
 * A person of the library.
 */
export type PersonView = {
/**
 * `pe_0001`.
 */
id: PersonId,
/**
 * As they write it.
 */
name: string,
/**
 * What they do.
 */
role: Role,
/**
 * What an hour of theirs costs, in the library's currency; null where nobody said.
 */
hourly_rate: Amount | null,
/**
 * Removed people keep their history but can decide no more.
 */
active: boolean,
/**
 * Whether they sign with a passphrase.
 */
has_passphrase: boolean, };
