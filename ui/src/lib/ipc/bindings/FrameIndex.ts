// Written by `cargo xtask bindings` from the Rust types. Do not edit.

export type FrameIndex = number;
