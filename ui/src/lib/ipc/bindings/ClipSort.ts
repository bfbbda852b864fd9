// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * The order of the grid.
 */
export type ClipSort = "newest" | "oldest" | "id" | "cost" | "status";
