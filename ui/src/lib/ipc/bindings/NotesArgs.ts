// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";

/**
 * Asks for the notes on every version of a clip.
 */
export type NotesArgs = {
/**
 * Of which generation.
 */
generation_id: GenerationId, };
