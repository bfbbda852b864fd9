// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";
import type { CostBasis } from "./CostBasis";
import type { OverheadFor } from "./OverheadFor";
import type { OverheadKind } from "./OverheadKind";
import type { PersonId } from "./PersonId";

/**
 * Enters an overhead cost.
 */
export type NewOverheadRequest = {
/**
 * What for.
 */
entered_for: OverheadFor,
/**
 * Of which kind.
 */
kind: OverheadKind,
/**
 * How much.
 */
amount: Amount,
/**
 * How that is known.
 */
basis: CostBasis,
/**
 * What it is, in words.
 */
what: string | null,
/**
 * Who enters it.
 */
person_id: PersonId | null, };
