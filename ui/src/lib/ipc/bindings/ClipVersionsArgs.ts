// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";

/**
 * Asks for every version of a clip.
 */
export type ClipVersionsArgs = {
/**
 * Of which generation.
 */
generation_id: GenerationId, };
