// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { Amount } from "./Amount";
import type { CostBasis } from "./CostBasis";
import type { PersonId } from "./PersonId";
import type { RecordUid } from "./RecordUid";

/**
 * Puts an entry right.
 */
export type CorrectOverhead = {
/**
 * Which.
 */
uid: RecordUid,
/**
 * What it should have said; 0 takes it back.
 */
amount: Amount,
/**
 * How that is known.
 */
basis: CostBasis,
/**
 * Why.
 */
why: string | null,
/**
 * Who corrects it.
 */
person_id: PersonId | null, };
