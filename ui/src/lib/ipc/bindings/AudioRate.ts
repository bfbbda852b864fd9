// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What a price says of sound.
 */
export type AudioRate = "on" | "off" | "always_on" | "none" | "any" | "bundled";
