// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { AnswerRequest } from "./AnswerRequest";

/**
 * Records an answer at a gate.
 */
export type AnswerGateArgs = {
/**
 * Who answers what.
 */
request: AnswerRequest, };
