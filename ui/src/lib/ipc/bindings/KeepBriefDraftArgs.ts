// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefForm } from "./BriefForm";
import type { BriefId } from "./BriefId";

/**
 * Keeps what is typed.
 */
export type KeepBriefDraftArgs = {
/**
 * Of which brief.
 */
brief_id: BriefId,
/**
 * All of it, right or wrong.
 */
form: BriefForm, };
