// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Timestamp } from "./Timestamp";

/**
 * What a clock measured between somebody sitting down at a screen and leaving it.
 */
export type SittingView = {
/**
 * When it began to count.
 */
since: Timestamp,
/**
 * Minutes, as a decimal.
 */
minutes: string, };
