// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a part of a price is.
 */
export type PricePartKind = "base" | "resolution" | "frame_rate" | "variant" | "output" | "minimum" | "images" | "input_video";
