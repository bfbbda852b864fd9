// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GateAnswer } from "./GateAnswer";
import type { GateKey } from "./GateKey";
import type { GenerationId } from "./GenerationId";
import type { PersonId } from "./PersonId";

/**
 * An answer at a gate, to be recorded.
 */
export type AnswerRequest = {
/**
 * About which generation.
 */
generation_id: GenerationId,
/**
 * At which gate, or line of the checklist.
 */
gate: GateKey,
/**
 * By whom.
 */
person_id: PersonId,
/**
 * What.
 */
answer: GateAnswer,
/**
 * At which frame of the clip, if need be.
 */
frame: number | null, };
