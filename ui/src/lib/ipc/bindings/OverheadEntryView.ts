// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { CostBasis } from "./CostBasis";
import type { OverheadFor } from "./OverheadFor";
import type { OverheadKind } from "./OverheadKind";
import type { RecordUid } from "./RecordUid";
import type { Timestamp } from "./Timestamp";

/**
 * An entry with what it stands at.
 */
export type OverheadEntryView = {
/**
 * Its identity.
 */
uid: RecordUid,
/**
 * What for.
 */
entered_for: OverheadFor,
/**
 * Of which kind.
 */
kind: OverheadKind,
/**
 * What it stands at, corrections added.
 */
amount: string,
/**
 * What was entered first.
 */
entered: string,
/**
 * How the standing amount is known.
 */
basis: CostBasis,
/**
 * What it is, in words.
 */
what: string | null,
/**
 * Who entered it.
 */
person: string | null,
/**
 * When.
 */
at: Timestamp,
/**
 * How often it was corrected.
 */
corrections: number, };
