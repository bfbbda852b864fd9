// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { TemplateId } from "./TemplateId";

/**
 * Calls a template something else.
 */
export type RenameTemplateArgs = {
/**
 * Which.
 */
template_id: TemplateId,
/**
 * As people call it from now on.
 */
name: string, };
