// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";

/**
 * Asks how a template's text reads.
 */
export type ReadTemplateArgs = {
/**
 * The text.
 */
body: string,
/**
 * For which brief; null for none.
 */
brief_id: BriefId | null, };
