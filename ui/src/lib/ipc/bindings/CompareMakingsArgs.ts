// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";

/**
 * Asks what made two takes.
 */
export type CompareMakingsArgs = {
/**
 * The first.
 */
a: GenerationId,
/**
 * The second.
 */
b: GenerationId, };
