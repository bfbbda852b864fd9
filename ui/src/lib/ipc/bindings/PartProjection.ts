// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { BasisAmount } from "./BasisAmount";
import type { ProjectionPart } from "./ProjectionPart";
import type { SecondCost } from "./SecondCost";

/**
 * One model's or prompt version's attempts, projected and actual.
 */
export type PartProjection = {
/**
 * Whose.
 */
part: ProjectionPart,
/**
 * How many attempts.
 */
attempts: number,
/**
 * How many usable.
 */
usable: number,
/**
 * What they were projected to cost; null where nothing was planned for them.
 */
projected: string | null,
/**
 * What they cost, as far as it is known.
 */
actual: string | null,
/**
 * Actual less projected; only where the cost of every attempt is known.
 */
variance: string | null,
/**
 * Attempts whose cost is not known.
 */
unknown_costs: number,
/**
 * The actual, by how it is known.
 */
bases: Array<BasisAmount>,
/**
 * What a second costs.
 */
seconds: Array<SecondCost>, };
