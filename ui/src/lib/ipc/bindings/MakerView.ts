// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";

/**
 * Somebody whose work a clip is.
 */
export type MakerView = {
/**
 * Who.
 */
person_id: PersonId,
/**
 * Their name.
 */
name: string, };
