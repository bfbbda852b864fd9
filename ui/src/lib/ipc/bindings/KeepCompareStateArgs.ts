// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { CompareState } from "./CompareState";

/**
 * Remembers how takes are compared.
 */
export type KeepCompareStateArgs = {
/**
 * Of which brief.
 */
brief_id: BriefId,
/**
 * How.
 */
state: CompareState, };
