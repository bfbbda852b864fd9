// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BucketQuestion } from "./BucketQuestion";

/**
 * Prices buckets.
 */
export type PriceBucketsArgs = {
/**
 * As they were typed.
 */
question: BucketQuestion, };
