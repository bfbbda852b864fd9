// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { PromptId } from "./PromptId";

/**
 * A prompt that was kept because it is used.
 */
export type PromptView = {
/**
 * `pr_00007`.
 */
id: PromptId,
/**
 * The number of the template version, as logs carry it.
 */
version: string,
/**
 * The text to send.
 */
text: string,
/**
 * For which brief.
 */
brief_id: BriefId,
/**
 * With which revision of it.
 */
brief_revision: number, };
