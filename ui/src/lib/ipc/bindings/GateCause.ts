// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What of a brief opens a gate.
 */
export type GateCause = "always" | "high_risk" | "paid" | "sensitive";
