// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How often a format is a good use of AI video.
 */
export type FirstUse = "good" | "with_caution";
