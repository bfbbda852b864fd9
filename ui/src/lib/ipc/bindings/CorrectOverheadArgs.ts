// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { CorrectOverhead } from "./CorrectOverhead";

/**
 * Puts an overhead cost right.
 */
export type CorrectOverheadArgs = {
/**
 * Which, and how.
 */
request: CorrectOverhead, };
