// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BucketPart } from "./BucketPart";

/**
 * What the four buckets cost.
 */
export type BucketFigure = {
/**
 * A second of output.
 */
per_second: string,
/**
 * An hour of it.
 */
per_hour: string,
/**
 * All the hours.
 */
total: string,
/**
 * Each bucket: compute, encoding, storage, egress.
 */
parts: Array<BucketPart>, };
