// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { Timestamp } from "./Timestamp";

/**
 * Who holds a take back, and since when.
 */
export type HoldView = {
/**
 * Who.
 */
person_id: PersonId,
/**
 * Their name.
 */
person_name: string,
/**
 * Since when.
 */
at: Timestamp, };
