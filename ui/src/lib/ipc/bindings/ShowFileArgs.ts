// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";

/**
 * Shows a clip's file in the system's file browser.
 */
export type ShowFileArgs = {
/**
 * Of which generation.
 */
generation_id: GenerationId, };
