// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ChecklistLineView } from "./ChecklistLineView";

/**
 * A brand's checklist.
 */
export type ChecklistView = {
/**
 * The brand; empty for every brand's.
 */
brand: string,
/**
 * Its lines, in order.
 */
lines: Array<ChecklistLineView>, };
