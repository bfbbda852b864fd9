// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";

/**
 * A clip that is new in the library.
 */
export type IngestedClip = {
/**
 * Its generation.
 */
generation_id: GenerationId,
/**
 * Where it lies now, for people.
 */
path: string, };
