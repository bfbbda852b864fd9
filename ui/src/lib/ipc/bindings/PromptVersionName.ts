// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { TemplateId } from "./TemplateId";

/**
 * Names a version of a prompt template.
 */
export type PromptVersionName = {
/**
 * Of which template.
 */
template_id: TemplateId,
/**
 * Which, from 1.
 */
number: number, };
