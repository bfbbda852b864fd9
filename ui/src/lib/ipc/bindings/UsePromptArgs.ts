// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { TemplateId } from "./TemplateId";

/**
 * Uses a version for a brief.
 */
export type UsePromptArgs = {
/**
 * Of which template.
 */
template_id: TemplateId,
/**
 * Which version.
 */
number: number,
/**
 * For which brief.
 */
brief_id: BriefId, };
