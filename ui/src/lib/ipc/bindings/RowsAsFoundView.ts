// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Timestamp } from "./Timestamp";

/**
 * Rows that were there before rows were sealed: nobody can say more of them than that they are as they were found then.
 */
export type RowsAsFoundView = {
/**
 * How many.
 */
rows: number,
/**
 * When they were sealed for the first time.
 */
on: Timestamp, };
