// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { DecisionRequest } from "./DecisionRequest";

/**
 * Records a decision.
 */
export type DecideArgs = {
/**
 * Who decides what about which generation.
 */
request: DecisionRequest, };
