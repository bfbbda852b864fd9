// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * One bucket.
 */
export type BucketPart = {
/**
 * `compute`, `encoding`, `storage` or `egress`.
 */
bucket: string,
/**
 * Of a second of output.
 */
per_second: string,
/**
 * Its share of all four, 0 to 1; null where all cost nothing.
 */
share: string | null, };
