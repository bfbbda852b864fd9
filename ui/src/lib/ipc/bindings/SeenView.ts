// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { FrameSet } from "./FrameSet";

export type SeenView = { frames: FrameSet, };
