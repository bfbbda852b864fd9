// Written by `cargo xtask bindings` from the Rust types. Do not edit.

/**
 * What was meant to be spent, and what was.
 */
export type SpendAgainst = {
/**
 * Spent so far in the whole scope, as far as known.
 */
spent: string,
/**
 * What one clip costs the team today; null where nobody said.
 */
benchmark: string | null,
/**
 * What that is.
 */
benchmark_what: string | null,
/**
 * The budget; null where there is none.
 */
budget: string | null,
/**
 * Spent over budget.
 */
budget_share: string | null,
/**
 * What the plan expected in all; the plan that was frozen when the run started, else the latest. Null without a plan, and where
 * the plan could not say.
 */
planned: string | null,
/**
 * Spent over planned.
 */
planned_share: string | null,
/**
 * The plan's name; null where none is saved.
 */
plan: string | null, };
