// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { PersonId } from "./PersonId";
import type { TemplateId } from "./TemplateId";

/**
 * Approves a version.
 */
export type ApproveVersionArgs = {
/**
 * Of which template.
 */
template_id: TemplateId,
/**
 * Which version.
 */
number: number,
/**
 * Who approves it; null takes the approval back.
 */
person_id: PersonId | null, };
