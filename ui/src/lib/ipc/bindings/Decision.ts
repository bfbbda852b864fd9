// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { RejectionReason } from "./RejectionReason";
import type { Status } from "./Status";

export type Decision = { "kind": "keep" } | { "kind": "keep_for_edit" } | { "kind": "reject", reasons: Array<RejectionReason>, } | { "kind": "move_to", status: Status, reasons: Array<RejectionReason>, };
