// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";

/**
 * Asks what differs between two revisions; null is the brief as it is written now.
 */
export type BriefDifferenceArgs = {
/**
 * Of which brief.
 */
brief_id: BriefId,
/**
 * The one.
 */
a: number | null,
/**
 * The other.
 */
b: number | null, };
