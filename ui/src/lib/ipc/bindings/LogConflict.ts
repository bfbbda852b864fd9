// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { GenerationId } from "./GenerationId";

/**
 * A row that says something else than the library.
 */
export type LogConflict = {
/**
 * Which generation.
 */
id: GenerationId,
/**
 * Line in the file.
 */
line: number,
/**
 * The fields that differ.
 */
fields: Array<string>, };
