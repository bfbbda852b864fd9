// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { TemplateId } from "./TemplateId";

/**
 * Files a version.
 */
export type MarkVersionArgs = {
/**
 * Of which template.
 */
template_id: TemplateId,
/**
 * Which version.
 */
number: number,
/**
 * What it is filed under.
 */
tags: Array<string>,
/**
 * The idea it is a variant of; null for none.
 */
variant_group: string | null, };
