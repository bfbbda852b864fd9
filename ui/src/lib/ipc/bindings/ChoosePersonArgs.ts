// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";

/**
 * Says who is using the app.
 */
export type ChoosePersonArgs = {
/**
 * Who.
 */
person_id: PersonId, };
