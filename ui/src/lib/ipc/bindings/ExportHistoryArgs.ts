// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { HistoryQuery } from "./HistoryQuery";
import type { LogFormat } from "./LogFormat";

/**
 * Writes the moves that match.
 */
export type ExportHistoryArgs = {
/**
 * Which.
 */
query: HistoryQuery,
/**
 * How.
 */
format: LogFormat, };
