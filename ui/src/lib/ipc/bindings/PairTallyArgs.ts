// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";

/**
 * Asks what was said of pairs.
 */
export type PairTallyArgs = {
/**
 * Of which brief.
 */
brief_id: BriefId, };
