// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { TemplateId } from "./TemplateId";

/**
 * Names a version.
 */
export type VersionArgs = {
/**
 * Of which template.
 */
template_id: TemplateId,
/**
 * Which.
 */
number: number, };
