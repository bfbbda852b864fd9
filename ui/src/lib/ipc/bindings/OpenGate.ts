// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Gate } from "./Gate";
import type { GateCause } from "./GateCause";

/**
 * A gate and what opens it.
 */
export type OpenGate = {
/**
 * Which.
 */
gate: Gate,
/**
 * Why.
 */
because: Array<GateCause>, };
