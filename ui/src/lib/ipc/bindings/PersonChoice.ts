// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";

/**
 * A person.
 */
export type PersonChoice = {
/**
 * `pe_0001`.
 */
person: PersonId,
/**
 * As they write it.
 */
name: string, };
