// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { RejectionReason } from "./RejectionReason";

/**
 * A reason and how often it was given.
 */
export type ReasonCount = {
/**
 * The reason.
 */
reason: RejectionReason,
/**
 * Generations thrown away or sent back for it.
 */
count: number, };
