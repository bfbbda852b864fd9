/** The mock's decision: the cost against its benchmark and the usable rate against its bar, good enough for pictures of screens. */

import type { Condition, PilotDecision, DecisionVerdict, Evidence, PilotSettings, ReportView } from '../types';

const WORST: DecisionVerdict[] = ['meets', 'cannot_be_judged', 'does_not_meet'];
const worst = (verdicts: DecisionVerdict[]) => [...verdicts].sort((a, b) => WORST.indexOf(b) - WORST.indexOf(a))[0] ?? 'cannot_be_judged';
const dollars = (amount: string | null) => (amount === null ? 'unknown' : `$${Number(amount).toFixed(2)}`);
const open = (says: string, what: string): Evidence => ({ says, verdict: 'cannot_be_judged', next_step: { kind: 'do', what } });

function condition(kind: Condition['kind'], title: string, evidence: Evidence[]): Condition {
  return { kind, title, verdict: worst(evidence.flatMap((one) => one.verdict ?? [])), evidence };
}

function cost({ benchmark }: PilotSettings, report: ReportView): Evidence {
  if (benchmark === null) return open('Nobody said what a clip costs today.', "Say in the pilot's settings what a clip costs today.");
  if (report.total === 0) return open('Nothing has been tried yet.', 'Make the first attempts.');
  const [low, high] = report.cost_per_usable_interval ?? [null, null];
  const says = `A usable clip costs ${dollars(report.cost_per_usable)} (95 %: ${dollars(low)} to ${dollars(high)}) against ${dollars(benchmark)} today.`;
  if (low !== null && Number(low) >= Number(benchmark)) return { says, verdict: 'does_not_meet', next_step: null };
  if (high !== null && Number(high) < Number(benchmark)) return { says, verdict: 'meets', next_step: null };
  return { says, verdict: 'cannot_be_judged', next_step: { kind: 'more_attempts', attempts: 204 } };
}

function quality({ quality_bar }: PilotSettings, report: ReportView): Evidence[] {
  if (quality_bar.length === 0) return [open('Nobody said what must be true of the clips.', "Set the quality bar in the pilot's settings.")];
  return quality_bar.map((asked): Evidence => {
    if (report.total === 0) return open('Nothing has been tried yet.', 'Make the first attempts.');
    if (asked.kind !== 'usable_rate_at_least') return { says: 'No clip in use has an open rejection.', verdict: 'meets', next_step: null };
    const [low, high] = (report.usable_rate_interval ?? ['0', '1']).map(Number) as [number, number];
    const says = `Usable: ${report.usable} of ${report.total}, asked is at least ${Number(asked.rate) * 100} %.`;
    if (low >= Number(asked.rate)) return { says, verdict: 'meets', next_step: null };
    if (high < Number(asked.rate)) return { says, verdict: 'does_not_meet', next_step: null };
    return { says, verdict: 'cannot_be_judged', next_step: { kind: 'more_attempts', attempts: 47 } };
  });
}

const READINESS: Record<DecisionVerdict, string> = {
  meets: 'Ready for production: cost, quality and workflow all hold.',
  cannot_be_judged: 'Cannot be judged yet: what is open is named below.',
  does_not_meet: 'Not ready for production: what does not hold is named below.',
};

export function decisionOf(settings: PilotSettings, report: ReportView): PilotDecision {
  const workflow: Evidence =
    report.total === 0
      ? open('Nothing has been tried yet.', 'Make the first attempts.')
      : { says: 'Usable clips came in 2 weeks, and no week fell behind.', verdict: 'meets', next_step: null };
  const conditions = [
    condition('cost', 'The cost beats the benchmark', [cost(settings, report)]),
    condition('quality', 'Quality clears the bar', quality(settings, report)),
    condition('workflow', 'The workflow repeats without heroics', [workflow]),
  ];
  const verdict = worst(conditions.map((one) => one.verdict));
  const steps = conditions.flatMap(({ evidence }) => evidence.flatMap(({ next_step }) => next_step ?? []));
  const attempts = Math.max(0, ...steps.map((step) => (step.kind === 'more_attempts' ? step.attempts : 0)));
  const said = steps.flatMap((step) => (step.kind === 'do' ? [step.what] : []));
  return {
    sentence: `For social b-roll, on Instagram reel, with this review process, AI video costs ${dollars(report.cost_per_usable)} per usable clip, against a benchmark of ${dollars(settings.benchmark)}, and ${{ meets: 'meets', cannot_be_judged: 'cannot yet be judged against', does_not_meet: 'does not meet' }[conditions[1]?.verdict ?? 'cannot_be_judged']} our quality bar.`,
    verdict,
    readiness: READINESS[verdict],
    conditions,
    next_steps: [
      ...(attempts > 0 ? [`If they go as those so far, about ${attempts} more attempts would settle it. This is an estimate.`] : []),
      ...new Set(said),
    ],
  };
}
