// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What of a brief opens a gate: any one of these. None of them: the gate never opens.
 */
export type GateCondition = {
/**
 * Every brief.
 */
always: boolean,
/**
 * A brief where a small error costs much.
 */
high_risk: boolean,
/**
 * A brief of a paid campaign.
 */
paid: boolean,
/**
 * A brief with a sensitive category.
 */
sensitive: boolean, };
