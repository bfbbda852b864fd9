// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Point } from "./Point";

/**
 * One thing drawn on the picture.
 */
export type Stroke = { "kind": "pen",
/**
 * Where the pen went.
 */
points: Array<Point>, } | { "kind": "arrow",
/**
 * Its tail.
 */
from: Point,
/**
 * Its head.
 */
to: Point, } | { "kind": "box",
/**
 * One corner.
 */
from: Point,
/**
 * The opposite one.
 */
to: Point, } | { "kind": "text",
/**
 * Where they begin, on their baseline.
 */
at: Point,
/**
 * The words.
 */
text: string, };
