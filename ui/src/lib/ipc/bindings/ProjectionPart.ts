// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { ModelName } from "./ModelName";
import type { PromptId } from "./PromptId";

/**
 * What a part of the actual costs is.
 */
export type ProjectionPart = { "kind": "model",
/**
 * Its name.
 */
model: ModelName | null, } | { "kind": "prompt",
/**
 * Which prompt.
 */
prompt_id: PromptId | null,
/**
 * Which version.
 */
version: string | null, };
