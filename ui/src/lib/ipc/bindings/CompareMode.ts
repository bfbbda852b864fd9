// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * How the takes on screen are laid over or beside each other.
 */
export type CompareMode = "tiles" | "flip" | "wipe" | "overlay" | "difference";
