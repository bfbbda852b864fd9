// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { RejectionReason } from "./RejectionReason";
import type { Status } from "./Status";

/**
 * What a person decides about a generation.
 */
export type Decision = { "kind": "keep" } | { "kind": "keep_for_edit" } | { "kind": "reject",
/**
 * Why, the primary reason first; the status follows from that one.
 */
reasons: Array<RejectionReason>, } | { "kind": "move_to",
/**
 * Where to.
 */
status: Status,
/**
 * Why, the primary reason first, where the status asks for it.
 */
reasons: Array<RejectionReason>, };
