// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameRange } from "./FrameRange";

export type FrameSet = Array<FrameRange>;
