// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameIndex } from "./FrameIndex";

export type FrameRange = { first: FrameIndex, last: FrameIndex, };
