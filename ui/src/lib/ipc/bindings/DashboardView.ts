// Written by `cargo xtask bindings` from the Rust types. Do not edit.
import type { AdviceView } from "./AdviceView";
import type { BasisSum } from "./BasisSum";
import type { CostOverAttempts } from "./CostOverAttempts";
import type { CostPartView } from "./CostPartView";
import type { DashboardFilter } from "./DashboardFilter";
import type { FilterChoices } from "./FilterChoices";
import type { LoopView } from "./LoopView";
import type { PriceShock } from "./PriceShock";
import type { Rates } from "./Rates";
import type { ReportView } from "./ReportView";
import type { Scope } from "./Scope";
import type { SpendAgainst } from "./SpendAgainst";
import type { SpendPoint } from "./SpendPoint";
import type { TimeLeft } from "./TimeLeft";

/**
 * All data of the pilot page.
 */
export type DashboardView = {
/**
 * What it is about.
 */
scope: Scope,
/**
 * How it is narrowed.
 */
filter: DashboardFilter,
/**
 * What it can be narrowed by.
 */
choices: FilterChoices,
/**
 * The numbers of product.md, of the attempts that count.
 */
report: ReportView,
/**
 * What follows for the cost of a published clip from the interval of the published rate; the upper end is null where the rate may be 0.
 */
cost_per_published_interval: [string | null, string | null] | null,
/**
 * What was meant to be spent, and what was: always of the whole scope, whatever the filter.
 */
spend_against: SpendAgainst,
/**
 * How far the pilot is and how long it still takes: always of the whole scope.
 */
time_left: TimeLeft,
/**
 * What the money was spent on, in the order of the work.
 */
costs: Array<CostPartView>,
/**
 * Where model costs come from.
 */
model_cost_basis: Array<BasisSum>,
/**
 * How the cost of a usable clip went, attempt by attempt.
 */
cost_over_attempts: CostOverAttempts,
/**
 * Usable rates by model, prompt version and week.
 */
rates: Rates,
/**
 * What was spent until the end of each day, in order.
 */
spend: Array<SpendPoint>,
/**
 * What a usable clip would cost if models cost more.
 */
price_shock: PriceShock,
/**
 * Briefs whose attempts go in a loop, the longest first: always of the whole scope.
 */
loops: Array<LoopView>,
/**
 * What the figures suggest, what is pressing first. What was put aside is in it, marked.
 */
advice: Array<AdviceView>,
/**
 * Whether everybody's overhead was shared among the attempts that count, because not all of them do.
 */
overhead_is_shared: boolean, };
