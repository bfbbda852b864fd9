// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { HistoryQuery } from "./HistoryQuery";

/**
 * Asks for one window of the moves.
 */
export type HistoryPageArgs = {
/**
 * Which.
 */
query: HistoryQuery,
/**
 * The key it begins with, out of the outline.
 */
from: string, };
