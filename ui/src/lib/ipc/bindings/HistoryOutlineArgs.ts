// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { HistoryQuery } from "./HistoryQuery";

/**
 * Asks how many moves match.
 */
export type HistoryOutlineArgs = {
/**
 * Which.
 */
query: HistoryQuery, };
