// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BucketFigure } from "./BucketFigure";
import type { Problem } from "./Problem";

/**
 * What the buckets cost, or why nobody can say.
 */
export type BucketAnswer = {
/**
 * What they cost.
 */
figure: BucketFigure | null,
/**
 * Why not.
 */
problem: Problem | null, };
