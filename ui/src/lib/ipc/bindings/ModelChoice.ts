// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ModelName } from "./ModelName";

/**
 * A model that occurs.
 */
export type ModelChoice = {
/**
 * Its name.
 */
model: ModelName,
/**
 * Attempts of it.
 */
attempts: number, };
