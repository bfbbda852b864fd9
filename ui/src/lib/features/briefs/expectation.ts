/** What a usable clip of a brief was expected to cost, and what the attempts so far allow to be said of that. */

import type { BriefId, PlanView, ReportView } from '$lib/ipc';
import { money } from '$lib/words/format';
import { intervalText } from '$lib/words/verdict';

export interface Expectation {
  /** What a usable clip was expected to cost; null where the plan could not say. */
  cost: string | null;
  /** Where that comes from, in a sentence. */
  words: string;
}

/** What the plan of this brief says, else the plan of its pilot: the frozen one first, else the latest. Plans come latest first. */
export function expectationFor(brief: BriefId, plans: readonly PlanView[]): Expectation | undefined {
  const own = plans.filter(({ draft }) => draft.brief_id === brief);
  const forAll = plans.filter(({ draft }) => draft.brief_id === null);
  const [candidates] = [own, forAll].filter((some) => some.length > 0);
  const plan = candidates?.find(({ frozen_at }) => frozen_at !== null) ?? candidates?.[0];
  if (!plan) return undefined;
  const { cost_per_usable, cost_per_usable_interval, currency } = plan.estimate;
  const of = `“${plan.name}”${plan.draft.brief_id === null ? ', the plan of its pilot,' : ''}`;
  if (cost_per_usable === null) return { cost: null, words: `${of} could not say what a usable clip would cost.` };
  const range = intervalText(cost_per_usable_interval, currency);
  return {
    cost: cost_per_usable,
    words: `${of} expected ${money(cost_per_usable, currency)} per usable clip${range ? ` (likely ${range})` : ''}.`,
  };
}

/** Whether the cost so far is told apart from what was expected; nothing before there is a usable clip, or where a cost is missing. */
export function againstExpectation(report: ReportView, { cost }: Expectation): string | undefined {
  if (cost === null || report.cost_per_usable === null) return undefined;
  if (report.unknown_costs > 0) return 'What some attempts cost is unknown, so it cannot be held against that.';
  const [low, high] = report.cost_per_usable_interval ?? [null, null];
  if (high !== null && Number(high) < Number(cost)) return 'So far it costs less, even at the upper end of its interval.';
  if (low !== null && Number(low) > Number(cost)) return 'So far it costs more, even at the lower end of its interval.';
  return 'That lies inside the interval so far: too early to tell whether it holds.';
}
