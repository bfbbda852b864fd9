// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";
import type { PersonId } from "./PersonId";
import type { Role } from "./Role";

/**
 * Changes a person; what they decided so far stays as it is.
 */
export type UpdatePersonArgs = {
/**
 * Who.
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
 * What an hour of theirs costs; null where nobody said.
 */
hourly_rate: Amount | null,
/**
 * Whether they can still decide.
 */
active: boolean, };
