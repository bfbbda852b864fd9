// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Timestamp } from "./Timestamp";

/**
 * A revision in the list.
 */
export type RevisionView = {
/**
 * From 1.
 */
number: number,
/**
 * When it was made.
 */
created_at: Timestamp,
/**
 * By whom, where known.
 */
created_by: string | null,
/**
 * Attempts that ran with it.
 */
generations: number,
/**
 * What it said it was for.
 */
goal: string, };
