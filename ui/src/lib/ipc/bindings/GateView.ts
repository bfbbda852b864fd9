// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GateAnswerView } from "./GateAnswerView";
import type { GateKey } from "./GateKey";

/**
 * A gate, or a line of the checklist.
 */
export type GateView = {
/**
 * What it is answered by: the gate's word, or the line's identity.
 */
key: GateKey,
/**
 * What the line of the checklist asks; null for a gate.
 */
item: string | null,
/**
 * What was answered for the current bytes; null while it stands open.
 */
answer: GateAnswerView | null, };
