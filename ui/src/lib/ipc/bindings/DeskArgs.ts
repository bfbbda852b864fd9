// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";

/**
 * Asks for one generation at the desk.
 */
export type DeskArgs = {
/**
 * Which.
 */
generation_id: GenerationId, };
