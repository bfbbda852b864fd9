// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Point } from "./Point";

export type Stroke = { "kind": "pen", points: Array<Point>, } | { "kind": "arrow", from: Point, to: Point, } | { "kind": "box", from: Point, to: Point, } | { "kind": "text", at: Point, text: string, };
