// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What is compared of a run.
 */
export type RunFigureKind = "usable" | "model_cost" | "human_cost" | "overhead_cost" | "total_cost" | "cost_per_usable";
