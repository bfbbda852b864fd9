// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";

/**
 * Lets a take go that was held.
 */
export type LetGoArgs = {
/**
 * Which.
 */
generation_id: GenerationId, };
