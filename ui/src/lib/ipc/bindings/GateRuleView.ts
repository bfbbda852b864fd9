// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Gate } from "./Gate";
import type { GateCondition } from "./GateCondition";

/**
 * A line of the table that opens gates.
 */
export type GateRuleView = {
/**
 * The gate.
 */
gate: Gate,
/**
 * What opens it here.
 */
condition: GateCondition,
/**
 * Whether that is as shipped.
 */
shipped: boolean, };
