// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";
import type { PairAnswer } from "./PairAnswer";
import type { PersonId } from "./PersonId";

/**
 * What a person says of two takes.
 */
export type PairRequest = {
/**
 * The take that stands first.
 */
a: GenerationId,
/**
 * The other one.
 */
b: GenerationId,
/**
 * Who says it.
 */
person_id: PersonId,
/**
 * What.
 */
answer: PairAnswer,
/**
 * Whether model, prompt and price were hidden.
 */
blind: boolean, };
