// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BriefId } from "./BriefId";
import type { ModelStanding } from "./ModelStanding";
import type { PairAnswerView } from "./PairAnswerView";
import type { TakeStanding } from "./TakeStanding";

/**
 * What was said of the pairs of a brief, added up. Of each person about each two takes the latest answer counts.
 */
export type PairTally = {
/**
 * Whose.
 */
brief_id: BriefId,
/**
 * How each take fared; most wins first.
 */
takes: Array<TakeStanding>,
/**
 * How the takes of each model fared against others; most wins first.
 */
models: Array<ModelStanding>,
/**
 * The answers that count, oldest first.
 */
answers: Array<PairAnswerView>, };
