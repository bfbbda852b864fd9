// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ReviewItem } from "./ReviewItem";

/**
 * What waits for review, oldest first.
 */
export type ReviewQueue = {
/**
 * What waits; of very many, the first few thousand.
 */
pending: Array<ReviewItem>,
/**
 * How many of the same scope were judged already.
 */
judged: number, };
