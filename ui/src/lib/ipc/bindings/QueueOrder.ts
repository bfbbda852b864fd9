// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * The order of what waits.
 */
export type QueueOrder = "oldest_first" | "flagged_first";
