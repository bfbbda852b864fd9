// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PromptId } from "./PromptId";
import type { TemplateId } from "./TemplateId";

/**
 * Prompts that are looked at as one.
 */
export type PromptChoice = { "kind": "version",
/**
 * Of which template.
 */
template_id: TemplateId,
/**
 * Which.
 */
number: number, } | { "kind": "template",
/**
 * Which.
 */
template_id: TemplateId, } | { "kind": "named",
/**
 * As the log names it.
 */
prompt_id: PromptId,
/**
 * Its version as written.
 */
version: string | null, };
