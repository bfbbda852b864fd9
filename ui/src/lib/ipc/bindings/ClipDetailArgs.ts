// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";

/**
 * Asks for one generation whole.
 */
export type ClipDetailArgs = {
/**
 * Which.
 */
generation_id: GenerationId, };
