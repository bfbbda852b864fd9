// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Gate } from "./Gate";
import type { GateCondition } from "./GateCondition";

/**
 * Says what opens a gate.
 */
export type SetGateRuleArgs = {
/**
 * Which.
 */
gate: Gate,
/**
 * Any one of these.
 */
condition: GateCondition, };
