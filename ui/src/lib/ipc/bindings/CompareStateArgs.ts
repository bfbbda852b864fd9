// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";

/**
 * Asks how takes were last compared.
 */
export type CompareStateArgs = {
/**
 * Of which brief.
 */
brief_id: BriefId, };
