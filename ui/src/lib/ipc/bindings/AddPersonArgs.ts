// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";
import type { Role } from "./Role";

/**
 * Adds a person.
 */
export type AddPersonArgs = {
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
hourly_rate: Amount | null, };
