// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { CostPoint } from "./CostPoint";
import type { PointStep } from "./PointStep";

/**
 * How the cost of a usable clip went.
 */
export type CostOverAttempts = {
/**
 * What lies between two points.
 */
step: PointStep,
/**
 * The points, in order. Overhead that was entered for all is spread evenly, so that the last point is the number on the card.
 */
points: Array<CostPoint>, };
