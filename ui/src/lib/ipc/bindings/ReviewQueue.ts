// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ReviewItem } from "./ReviewItem";

/**
 * A page of a list of the review room, and how long the lists are.
 */
export type ReviewQueue = {
/**
 * The takes of the page.
 */
takes: Array<ReviewItem>,
/**
 * Whether there are more behind it.
 */
more: boolean,
/**
 * How many wait and are not held.
 */
pending: number,
/**
 * How many are held.
 */
held: number,
/**
 * How many were judged already.
 */
judged: number,
/**
 * Takes thrown away or sent back.
 */
rejected: number,
/**
 * Those of them for no other reason than `other`.
 */
rejected_other: number,
/**
 * Whether that is more often than it should be.
 */
other_too_high: boolean, };
