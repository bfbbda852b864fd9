// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { Scope } from "./Scope";

/**
 * Puts advice aside, or takes it up again.
 */
export type PutAdviceAsideArgs = {
/**
 * Of what.
 */
scope: Scope,
/**
 * Which.
 */
advice: string,
/**
 * Aside, or up again.
 */
aside: boolean,
/**
 * Who.
 */
person_id: PersonId | null, };
