/** The mock's plans: the arithmetic of a plan with ranges of about the right width, good enough for pictures of screens. */

import type { Ipc } from '../contract';
import type {
  BasisAmount,
  Change,
  PlanDraft,
  PlanEstimate,
  PlanModel,
  PlanView,
  Problem,
  ProjectionView,
  SourceView,
} from '../types';
import type { MockGeneration } from './generations';
import type { World } from './world';
import { reportFor } from './world';

const text = (value: number) => String(Number(value.toFixed(9)));
const some = (value: number | null) => (value === null ? null : text(value));
const LEVELS = [
  { level: '0.5', z: 0.674 },
  { level: '0.8', z: 1.282 },
  { level: '0.95', z: 1.96 },
];

function priceOf(model: PlanModel, seconds: number | null): number | null {
  if (model.price.kind === 'per_generation') return Number(model.price.amount);
  if (model.price.kind === 'per_second') return seconds === null ? null : Number(model.price.amount) * seconds;
  // The mock's catalogue knows two models.
  if (model.price.kind === 'catalogue') {
    const known: Record<string, number> = { kling: 0.12, 'veo-3.1': 0.4 };
    const each = known[model.price.request.model];
    return each === undefined ? null : each * Number(model.price.request.seconds);
  }
  return null;
}

function rateOf(model: PlanModel, world: World): { mean: number; clips: number; basis: string } {
  if (model.rate.kind === 'history') {
    const seen = sourcesOf(world).find(({ source }) => JSON.stringify(source) === JSON.stringify(model.rate.kind === 'history' ? model.rate.source : null))?.seen;
    const { usable, total } = seen ?? { usable: 0, total: 1 };
    return { mean: (usable + 0.5) / (total + 1), clips: total, basis: `${usable} of ${total} seen` };
  }
  const rate = Number(model.rate.rate);
  if (model.rate.kind === 'exactly') return { mean: rate, clips: Number.POSITIVE_INFINITY, basis: 'taken as known' };
  const clips = Number(model.rate.as_sure_as);
  return { mean: (rate * clips + 0.5) / (clips + 1), clips, basis: `a guess, as sure as ${clips} clips` };
}

function refusal(draft: PlanDraft): Problem | undefined {
  const wrong = (message: string): Problem => ({ code: 'invalid', message, hint: 'Correct the value and try again.' });
  const numbers: [string, string][] = [
    ['Review minutes', draft.review.minutes],
    ['Editing minutes', draft.editing.minutes],
    ['Brand review minutes', draft.brand_review.minutes],
    ['Overhead', draft.overhead.once],
  ];
  for (const [field, value] of numbers) {
    if (value !== '' && !/^-?\d+(\.\d+)?$/.test(value)) return wrong(`${field}: \`${value}\` is not an amount such as 12.50.`);
    if (value.startsWith('-')) return wrong(`${field}: cannot be below zero, and ${value} is.`);
  }
  for (const { rate } of draft.models) {
    if (rate.kind !== 'history' && !(Number(rate.rate) >= 0 && Number(rate.rate) <= 1)) {
      return wrong(`Usable rate: a usable rate is between 0 and 1 (16 % is 0.16), not ${rate.rate}.`);
    }
  }
  return undefined;
}

function estimateOf(draft: PlanDraft, world: World): PlanEstimate {
  const seconds = draft.seconds === null ? null : Number(draft.seconds);
  const people = new Map(world.people.map((person) => [person.id, person.hourly_rate]));
  const hour = (work: PlanDraft['review']) => work.hourly_rate ?? (work.person_id === null ? null : (people.get(work.person_id) ?? null));
  const each = (work: PlanDraft['review']) => {
    const minutes = Number(work.minutes || 0);
    const rate = hour(work);
    return minutes === 0 ? 0 : rate === null ? null : (minutes / 60) * Number(rate);
  };
  const [review, editing, brand] = [each(draft.review), each(draft.editing), each(draft.brand_review)];
  const generations = draft.models.reduce((all, model) => all + model.generations, 0);
  const saving = (draft.overhead.grouped ? 1 - Number(draft.overhead.grouped.saving) : 1) * (draft.overhead.template_reuse_saving === null ? 1 : 1 - Number(draft.overhead.template_reuse_saving));
  const before = Number(draft.overhead.once || 0) + generations * Number(draft.overhead.per_generation || 0);
  const perUsable = editing === null || brand === null ? null : editing + brand;
  const benchmark = draft.benchmark === null ? null : Number(draft.benchmark);

  const outcome = (models: { count: number; price: number | null; mean: number; clips: number }[]) => {
    const usable = models.reduce((all, one) => all + one.count * one.mean, 0);
    const modelCost = models.some((one) => one.price === null && one.count > 0) ? null : models.reduce((all, one) => all + one.count * (one.price ?? 0), 0);
    const fixed = modelCost === null || review === null ? null : modelCost + review * generations + before * saving;
    const variance = models.reduce((all, one) => all + one.count * one.mean * (1 - one.mean) * (Number.isFinite(one.clips) ? 1 + one.count / (one.clips + 2) : 1), 0);
    const at = (count: number) => (fixed === null || perUsable === null || count <= 0 ? null : fixed / count + perUsable);
    const range = (z: number): [number, number] => [Math.max(0, Math.floor(usable - z * Math.sqrt(variance))), Math.min(generations, Math.ceil(usable + z * Math.sqrt(variance)))];
    const cost = at(usable);
    const beats = cost === null || benchmark === null ? null : 1 / (1 + Math.exp(-((benchmark - cost) / Math.max(1, cost)) * 6));
    return { usable, modelCost, fixed, at, range, cost, beats, deviation: Math.sqrt(variance) };
  };

  const lines = draft.models.map((model) => ({ model, price: priceOf(model, seconds), ...rateOf(model, world) }));
  const all = outcome(lines.map(({ model, price, mean, clips }) => ({ count: model.generations, price, mean, clips })));
  const human = review === null || perUsable === null ? null : review * generations + perUsable * all.usable;
  const total = all.fixed === null || perUsable === null ? null : all.fixed + perUsable * all.usable;
  const known = (all.modelCost ?? 0) + (review ?? 0) * generations + before * saving + ((editing ?? 0) + (brand ?? 0)) * all.usable;
  const wanted = draft.usable_wanted;
  const need = (confidence: string, z: number, mean: number) => ({
    confidence,
    generations: mean > 0 && wanted !== null ? Math.ceil(wanted / mean + (z * Math.sqrt(wanted)) / mean) : null,
    why_not: mean > 0 ? null : 'a usable rate is above 0 and at most 1, not 0',
  });
  const mean = generations > 0 ? all.usable / generations : (lines[0]?.mean ?? 0);
  const pair = (z: number): [string | null, string | null] => {
    const [low, high] = all.range(z);
    return [some(all.at(high)), some(all.at(low))];
  };
  const ranges = all.cost === null && total === null ? [] : LEVELS.map(({ level, z }) => ({ level, interval: pair(z) }));
  const moved = (input: PlanEstimate['swings'][number]['input'], values: [string | null, string | null], costs: [number | null, number | null]) => ({ input, values, costs: [some(costs[0]), some(costs[1])] as [string | null, string | null] });
  const cost = all.cost;
  const swings =
    cost === null || perUsable === null || all.fixed === null
      ? []
      : [
          moved('usable_rate', [text(mean * 0.6), text(Math.min(1, mean * 1.5))], [all.at(all.usable * 0.6), all.at(all.usable * 1.5)]),
          moved('review_minutes', [text(Number(draft.review.minutes) * 0.75), text(Number(draft.review.minutes) * 1.25)], [cost - ((review ?? 0) * generations * 0.25) / all.usable, cost + ((review ?? 0) * generations * 0.25) / all.usable]),
          moved('model_price', [null, null], [cost - ((all.modelCost ?? 0) * 0.25) / all.usable, cost + ((all.modelCost ?? 0) * 0.25) / all.usable]),
          moved('editing_minutes', [text(Number(draft.editing.minutes) * 0.75), text(Number(draft.editing.minutes) * 1.25)], [cost - (editing ?? 0) * 0.25, cost + (editing ?? 0) * 0.25]),
        ].filter(({ costs }) => costs[0] !== costs[1]);

  return {
    currency: 'USD',
    generations,
    expected_usable: text(all.usable),
    usable_ranges: LEVELS.map(({ level, z }) => ({ level, interval: all.range(z) })),
    chance_of_none: text(Math.exp(-all.usable)),
    model_cost: some(all.modelCost),
    human_cost: some(human),
    overhead_cost: text(before * saving),
    total_cost: some(total),
    known_cost: text(known),
    unknown: [
      ...lines.filter(({ price, model }) => price === null && model.generations > 0).map(({ model }) => ({ kind: 'model_price' as const, model: model.name, message: `What ${model.name} costs is unknown: no price is known.` })),
      ...(review === null ? [{ kind: 'review_rate' as const, model: null, message: 'What an hour of review costs is unknown: choose a person with a rate, or say one.' }] : []),
      ...(editing === null ? [{ kind: 'editing_rate' as const, model: null, message: 'What an hour of editing costs is unknown: choose a person with a rate, or say one.' }] : []),
    ],
    cost_per_usable: some(cost),
    cost_per_usable_interval: ranges.at(-1)?.interval ?? null,
    cost_per_usable_ranges: ranges,
    outcomes: cost === null ? [] : Array.from({ length: 20 }, (_, index) => some(all.at(Math.round(all.usable + all.deviation * normal(1 - (index + 0.5) / 20))))),
    benchmark: draft.benchmark,
    beats_benchmark: some(all.beats),
    usable_wanted: wanted,
    needed: wanted === null ? [] : [need('0.5', 0, mean), need('0.8', 0.84, mean), need('0.9', 1.28, mean), need('0.95', 1.64, mean)],
    swings,
    models: lines
      .map(({ model, price, mean: own, clips, basis }) => {
        const alone = outcome([{ count: generations, price, mean: own, clips }]);
        const [low, high] = alone.range(1.96);
        const spread = Number.isFinite(clips) ? 1.96 * Math.sqrt((own * (1 - own)) / (clips + 2)) : 0;
        return {
          name: model.name,
          cost_per_generation: some(price),
          cost_per_second: price === null || seconds === null ? null : text(price / seconds),
          price_basis: price === null ? 'no price is known' : 'as entered, per generation',
          rate: { mean: text(own), interval: [text(Math.max(0, own - spread)), text(Math.min(1, own + spread))] as [string, string], basis },
          cost_per_usable: some(alone.cost),
          cost_per_usable_interval: alone.cost === null ? null : ([some(alone.at(high)), some(alone.at(low))] as [string | null, string | null]),
          beats_benchmark: some(alone.beats),
          needed: wanted === null ? null : need('0.9', 1.28, own),
        };
      })
      .sort((a, b) => Number(a.cost_per_usable ?? Infinity) - Number(b.cost_per_usable ?? Infinity)),
    saved:
      draft.overhead.grouped || draft.overhead.template_reuse_saving !== null
        ? {
            before: text(before),
            after: text(before * saving),
            amount: text(before * (1 - saving)),
            expected: [text(before * 0.2), text(before * 0.4)],
            requests: draft.overhead.grouped ? Math.ceil(generations / draft.overhead.grouped.per_request) : generations,
          }
        : null,
  };
}

/** The point of the normal distribution below which this share lies, about. */
function normal(share: number): number {
  return 4.91 * (share ** 0.14 - (1 - share) ** 0.14);
}

function sourcesOf(world: World): SourceView[] {
  const all = world.pilots.map(({ id, settings }) => ({
    source: { kind: 'pilot' as const, id },
    label: settings.name,
    own: world.generations.filter((one) => one.pilotId === id),
  }));
  // Every brief of the mock library is for one format.
  const format = { source: { kind: 'format' as const, id: 'social_broll' }, label: 'social_broll', own: world.generations };
  return [...all, format]
    .map(({ source, label, own }): SourceView => {
      const report = reportFor(world, (one) => own.includes(one));
      const per = (minutes: string, by: number) => (by > 0 ? text(Number(minutes) / by) : null);
      return {
        source,
        label,
        seen: {
          total: report.total,
          usable: report.usable,
          undecided: report.statuses.filter(({ status }) => status === 'review_pending').reduce((all, { count }) => all + count, 0),
          rate: report.usable_rate,
          interval: report.usable_rate_interval,
          review_minutes: per(report.review_minutes, report.total),
          editing_minutes: per(report.editing_minutes, report.usable),
          brand_minutes: report.usable > 0 ? '0' : null,
        },
      };
    })
    .filter(({ seen }) => seen.total > 0);
}

function basesOf(generations: MockGeneration[]): BasisAmount[] {
  const bases = new Map<BasisAmount['basis'], { attempts: number; amount: number }>();
  for (const { row } of generations) {
    if (row.cost === null || row.cost_basis === null) continue;
    const sum = bases.get(row.cost_basis) ?? { attempts: 0, amount: 0 };
    bases.set(row.cost_basis, { attempts: sum.attempts + 1, amount: sum.amount + Number(row.cost) });
  }
  return [...bases].map(([basis, { attempts, amount }]) => ({ basis, attempts, amount: text(amount) }));
}

function projectionOf(world: World, pilot: string): ProjectionView {
  const own = world.generations.filter((one) => one.pilotId === pilot);
  const report = reportFor(world, (one) => own.includes(one));
  const plans = world.plans.get(pilot) ?? [];
  const plan = plans.find((one) => one.frozen_at !== null) ?? plans[0] ?? null;
  const part = plan && plan.estimate.generations > 0 ? report.total / plan.estimate.generations : 0;
  const unknown = report.unknown_costs;
  const figure = (kind: ProjectionView['run'][number]['kind'], planned: string | null, actual: string | null, whole = false): ProjectionView['run'][number] => {
    const projected = planned === null || !plan ? null : whole ? Number(planned) : Number(planned) * part;
    const incomplete = unknown > 0 && kind !== 'usable' && kind !== 'overhead_cost';
    const variance = projected === null || actual === null || incomplete ? null : Number(actual) - projected;
    return {
      kind,
      planned,
      projected: some(projected),
      projected_interval: kind === 'cost_per_usable' ? (plan?.estimate.cost_per_usable_interval ?? null) : null,
      actual,
      incomplete,
      variance: some(variance),
      variance_share: variance === null || !projected ? null : text(variance / projected),
    };
  };
  const estimate = plan?.estimate;
  const seconds = own.reduce((all, { row }) => all + (row.clip?.duration_ms ?? 0) / 1000, 0);
  const costOf = (some: MockGeneration[]) => text(some.reduce((all, { row }) => all + Number(row.cost ?? 0), 0));
  const models = [...new Set(own.map(({ row }) => row.model))];
  return {
    plan,
    currency: 'USD',
    attempts: report.total,
    run: [
      figure('usable', estimate?.expected_usable ?? null, String(report.usable)),
      figure('model_cost', estimate?.model_cost ?? null, report.model_cost),
      figure('human_cost', estimate?.human_cost ?? null, report.human_cost),
      figure('overhead_cost', estimate?.overhead_cost ?? null, report.overhead_cost),
      figure('total_cost', estimate?.total_cost ?? null, report.total_cost),
      figure('cost_per_usable', estimate?.cost_per_usable ?? null, report.cost_per_usable, true),
    ],
    bases: basesOf(own),
    unknown_costs: unknown,
    seconds: [
      { kind: 'generated', seconds: text(seconds), projected: null, actual: seconds > 0 ? text(Number(report.model_cost) / seconds) : null, variance: null, all_costs: seconds > 0 ? text(Number(report.total_cost) / seconds) : null },
      { kind: 'usable', seconds: report.usable_seconds, projected: null, actual: report.usable > 0 ? text(Number(report.model_cost) / Number(report.usable_seconds)) : null, variance: null, all_costs: report.cost_per_usable_second },
    ],
    models: models.map((model) => {
      const made = own.filter(({ row }) => row.model === model);
      const planned = plan?.draft.models.find(({ name }) => name === model);
      const each = planned ? priceOf(planned, Number(plan?.draft.seconds ?? 0)) : null;
      const missing = made.filter(({ row }) => row.cost === null).length;
      return {
        part: { kind: 'model', model },
        attempts: made.length,
        usable: made.filter(({ row }) => ['approved_to_publish', 'scheduled', 'published'].includes(row.status)).length,
        projected: each === null ? null : text(each * made.length),
        actual: costOf(made),
        variance: each === null || missing > 0 ? null : text(Number(costOf(made)) - each * made.length),
        unknown_costs: missing,
        bases: basesOf(made),
        seconds: [],
      };
    }),
    prompts: [],
  };
}

export function estimateCommands(world: World, changed: (what: Exclude<Change['what'], 'preview'>) => void) {
  return {
    plan_estimate: ({ draft }) => {
      const problem = refusal(draft);
      return problem ? Promise.reject(problem) : Promise.resolve(estimateOf(draft, world));
    },
    attempt_sources: () => Promise.resolve(sourcesOf(world)),
    plans: ({ pilot_id }) => Promise.resolve(world.plans.get(pilot_id) ?? []),
    save_plan: ({ request }) => {
      const brief = request.draft.brief_id;
      if (brief !== null) {
        const pilot = world.briefPilots.get(brief) ?? null;
        if (pilot !== null && pilot !== request.pilot_id) {
          return Promise.reject({ code: 'invalid', message: `Brief: ${brief} counts in ${pilot}, and the plan is kept with ${request.pilot_id}.`, hint: 'Correct the value and try again.' } satisfies Problem);
        }
        world.briefPilots.set(brief, request.pilot_id);
      }
      const plans = world.plans.get(request.pilot_id) ?? [];
      const attempts = world.generations.filter((one) => one.pilotId === request.pilot_id).length;
      const plan: PlanView = {
        uid: `plan-${plans.length + 1}`,
        name: request.name,
        made_by: 'Maya Lindqvist',
        created_at: new Date().toISOString(),
        frozen_at: attempts > 0 && plans.every(({ frozen_at }) => frozen_at === null) ? new Date().toISOString() : null,
        attempts_before: attempts,
        draft: request.draft,
        estimate: estimateOf(request.draft, world),
      };
      world.plans.set(request.pilot_id, [plan, ...plans]);
      changed('pilots');
      return Promise.resolve(plan);
    },
    freeze_plan: ({ pilot_id, plan_uid }) => {
      const plans = (world.plans.get(pilot_id) ?? []).map((plan) => (plan.uid === plan_uid ? { ...plan, frozen_at: new Date().toISOString() } : plan));
      world.plans.set(pilot_id, plans);
      changed('pilots');
      const frozen = plans.find(({ uid }) => uid === plan_uid);
      return frozen ? Promise.resolve(frozen) : Promise.reject({ code: 'not_found', message: `There is no plan ${plan_uid}.`, hint: 'Choose one of the list.' } satisfies Problem);
    },
    projection: ({ pilot_id }) => Promise.resolve(projectionOf(world, pilot_id)),
    projection_clips: ({ pilot_id, offset, limit }) =>
      Promise.resolve(
        world.generations
          .filter((one) => one.pilotId === pilot_id)
          .slice(offset, offset + limit)
          .map(({ row }) => {
            const seconds = row.clip ? row.clip.duration_ms / 1000 : null;
            return {
              generation_id: row.generation_id,
              status: row.status,
              model: row.model,
              prompt: null,
              projected: null,
              actual: row.cost,
              basis: row.cost_basis,
              variance: null,
              seconds: some(seconds),
              projected_per_second: null,
              actual_per_second: row.cost === null || seconds === null ? null : text(Number(row.cost) / seconds),
            };
          }),
      ),
  } satisfies Partial<Ipc>;
}
