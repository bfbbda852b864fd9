// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { TemplateId } from "./TemplateId";

/**
 * Keeps what is typed of a version.
 */
export type WriteTemplateArgs = {
/**
 * Of which template.
 */
template_id: TemplateId,
/**
 * Which version.
 */
number: number,
/**
 * All of it.
 */
body: string, };
