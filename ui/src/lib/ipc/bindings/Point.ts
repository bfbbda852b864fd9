// Written by `cargo xtask bindings` from the Rust types. Do not edit.

export type Point = { x: number, y: number, };
