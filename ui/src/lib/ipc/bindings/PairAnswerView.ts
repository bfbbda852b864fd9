// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PairAnswer } from "./PairAnswer";
import type { PersonId } from "./PersonId";

/**
 * An answer that counts.
 */
export type PairAnswerView = {
/**
 * The take that stood first.
 */
a: GenerationId,
/**
 * The other one.
 */
b: GenerationId,
/**
 * Who said it.
 */
person_id: PersonId,
/**
 * What they said.
 */
answer: PairAnswer, };
