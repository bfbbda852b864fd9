// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BucketQuestion } from "./BucketQuestion";

/**
 * Values to start from.
 */
export type BucketPresetView = {
/**
 * A stable word.
 */
key: string,
/**
 * In words.
 */
name: string,
/**
 * The values.
 */
values: BucketQuestion, };
