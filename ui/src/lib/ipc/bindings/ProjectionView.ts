// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BasisAmount } from "./BasisAmount";
import type { Currency } from "./Currency";
import type { PartProjection } from "./PartProjection";
import type { PlanView } from "./PlanView";
import type { RunFigure } from "./RunFigure";
import type { SecondCost } from "./SecondCost";

/**
 * What a pilot's run was projected to cost against what it did. Null is unknown or undefined, never 0.
 */
export type ProjectionView = {
/**
 * The plan the run follows; null where none was made.
 */
plan: PlanView | null,
/**
 * The currency of every amount.
 */
currency: Currency,
/**
 * Attempts so far.
 */
attempts: number,
/**
 * The run so far against the plan, for as many attempts.
 */
run: Array<RunFigure>,
/**
 * What models charged, by how it is known.
 */
bases: Array<BasisAmount>,
/**
 * Attempts whose cost is not known; they are missing above.
 */
unknown_costs: number,
/**
 * What a second of clip costs.
 */
seconds: Array<SecondCost>,
/**
 * By model, dearest first.
 */
models: Array<PartProjection>,
/**
 * By prompt version, dearest first.
 */
prompts: Array<PartProjection>, };
