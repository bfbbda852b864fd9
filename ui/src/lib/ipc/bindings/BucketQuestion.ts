// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { EgressQuestion } from "./EgressQuestion";
import type { StorageQuestion } from "./StorageQuestion";

/**
 * Four buckets per second of output, as they were typed.
 */
export type BucketQuestion = {
/**
 * CPU or GPU time.
 */
compute: string,
/**
 * Encoding.
 */
encoding: string,
/**
 * Keeping what is made.
 */
storage: StorageQuestion,
/**
 * Sending it out.
 */
egress: EgressQuestion,
/**
 * How many hours of output.
 */
hours: string, };
