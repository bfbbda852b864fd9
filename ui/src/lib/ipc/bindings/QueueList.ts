// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * Which list of the review room.
 */
export type QueueList = "pending" | "held" | "judged";
