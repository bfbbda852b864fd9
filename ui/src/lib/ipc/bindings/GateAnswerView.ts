// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { Timestamp } from "./Timestamp";
import type { Verdict } from "./Verdict";

/**
 * What a person answered.
 */
export type GateAnswerView = {
/**
 * What.
 */
verdict: Verdict,
/**
 * Why it failed, or does not apply.
 */
words: string | null,
/**
 * At which frame of the clip.
 */
frame: number | null,
/**
 * Who.
 */
person_id: PersonId,
/**
 * Their name.
 */
person_name: string,
/**
 * When.
 */
at: Timestamp, };
