/** The mock's pilot page: the same questions over mock rows, good enough for pictures of screens. */

import type { Ipc } from '../contract';
import type {
  AdviceSettings,
  AdviceView,
  CostPartName,
  CostPoint,
  DashboardFilter,
  DashboardView,
  OverheadEntryView,
  Problem,
  RateRow,
  Scope,
} from '../types';
import type { MockGeneration } from './generations';
import { reportOf } from './report';
import type { World } from './world';

const RATE = 60;
const LOOP_REASONS = ['rejected_quality', 'rejected_accuracy', 'rejected_rights_risk', 'rejected_brand_fit', 'generation_failed'];
const WAITING = ['review_pending', 'generated', 'generation_started'];

const text = (value: number) => String(Number(value.toFixed(9)));
const per = (value: number, by: number) => (by > 0 ? text(value / by) : null);
const dayOf = (one: MockGeneration) => one.row.created_at.slice(0, 10);

/** What somebody entered or put aside. */
export interface MockDashboard {
  overhead: OverheadEntryView[];
  aside: Map<string, string>;
  settings: AdviceSettings;
  /** What the figures suggest, where a test brings its own. */
  advice: Omit<AdviceView, 'aside'>[] | null;
}

export const makeDashboard = (): MockDashboard => ({ overhead: [], aside: new Map(), settings: { loop_attempts: 8 }, advice: null });

function narrowed(all: MockGeneration[], filter: DashboardFilter): MockGeneration[] {
  return all.filter(
    (one) =>
      (filter.models.length === 0 || (one.row.model !== null && filter.models.includes(one.row.model))) &&
      filter.prompts.length === 0 &&
      (!filter.from || dayOf(one) >= filter.from) &&
      (!filter.to || dayOf(one) <= filter.to),
  );
}

function monday(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function rates(all: MockGeneration[], name: (one: MockGeneration) => string | null): RateRow[] {
  const groups = new Map<string | null, MockGeneration[]>();
  for (const one of all) groups.set(name(one), [...(groups.get(name(one)) ?? []), one]);
  return [...groups].map(([key, own]) => {
    const report = reportOf(own, RATE);
    return {
      name: key,
      total: report.total,
      usable: report.usable,
      usable_rate: report.usable_rate,
      interval: report.usable_rate_interval,
      total_cost: report.total_cost,
      cost_per_usable: report.cost_per_usable,
      unknown_costs: report.unknown_costs,
    };
  });
}

function course(all: MockGeneration[]): CostPoint[] {
  return all.map((one, index) => {
    const report = reportOf(all.slice(0, index + 1), RATE);
    return {
      attempts: index + 1,
      usable: report.usable,
      day: dayOf(one),
      total_cost: report.total_cost,
      cost_per_usable: report.cost_per_usable,
      low: report.cost_per_usable_interval?.[0] ?? null,
      high: report.cost_per_usable_interval?.[1] ?? null,
    };
  });
}

function adviceOf(world: World): AdviceView[] {
  const given = world.dashboard.advice ?? [
    {
      id: 'better_model:kling-2.6-pro',
      kind: 'better_model' as const,
      subject: 'kling-2.6-pro',
      tone: 'too_early' as const,
      headline: 'It is too early to tell which model is better.',
      what_to_do: 'Give both some more attempts before one is dropped.',
      figures: [{ label: 'probability that the first is better', value: '0.71', unit: 'share' as const }],
    },
  ];
  return given.map((one) => {
    const figures = world.dashboard.aside.get(one.id);
    const stays = figures === JSON.stringify(one.figures);
    return { ...one, aside: stays ? { person: 'Maya Lindqvist', at: '2026-11-19T09:00:00Z' } : null };
  });
}

function loops(world: World, all: MockGeneration[]): DashboardView['loops'] {
  return [...world.briefPilots.keys()].flatMap((brief) => {
    const run: MockGeneration[] = [];
    for (const one of all.filter(({ row }) => row.brief_id === brief).toReversed()) {
      if (WAITING.includes(one.row.status)) continue;
      if (!LOOP_REASONS.includes(one.row.status)) break;
      run.push(one);
    }
    if (run.length < world.dashboard.settings.loop_attempts) return [];
    return [
      {
        brief_id: brief,
        attempts: run.length,
        cost: reportOf(run, RATE).total_cost,
        unknown_costs: 0,
        main_reason: run[0]?.row.reason ?? null,
        what_to_do: 'Stop and look at the takes together: change the prompt or the model, split the shot, or give it to traditional production.',
      },
    ];
  });
}

function dashboardOf(world: World, scope: Scope, filter: DashboardFilter): DashboardView {
  const whole = world.generations
    .filter((one) => scope.kind === 'library' || (scope.kind === 'pilot' ? one.pilotId === scope.id : one.row.brief_id === scope.id))
    .toSorted((a, b) => a.row.created_at.localeCompare(b.row.created_at));
  const pilot = scope.kind === 'pilot' ? world.pilots.find(({ id }) => id === scope.id) : undefined;
  const all = narrowed(whole, filter);
  const report = reportOf(all, RATE);
  const everything = reportOf(whole, RATE);
  const total = Number(report.total_cost);
  const cost: Record<CostPartName, number> = {
    model: Number(report.model_cost),
    review: (Number(report.review_minutes) / 60) * RATE,
    edit: (Number(report.editing_minutes) / 60) * RATE,
    brand: 0,
    compliance: 0,
    overhead: 0,
  };
  const minutes: Partial<Record<CostPartName, string>> = { review: report.review_minutes, edit: report.editing_minutes, brand: '0' };
  const models = [...new Set(whole.flatMap(({ row }) => row.model ?? []))];
  const days = [...new Set(all.map(dayOf))].toSorted();
  const human = cost.review + cost.edit;
  const target = pilot?.settings.target_generations ?? null;
  return {
    scope,
    filter,
    choices: {
      models: models.map((model) => ({ model, attempts: whole.filter(({ row }) => row.model === model).length })),
      prompts: [],
      people: world.people.map(({ id, name }) => ({ person: id, name })),
      first_day: whole[0] ? dayOf(whole[0]) : null,
      last_day: whole.at(-1)?.row.created_at.slice(0, 10) ?? null,
    },
    report,
    cost_per_published_interval: report.published > 0 ? ['30.83', '150.34'] : null,
    spend_against: {
      spent: everything.total_cost,
      benchmark: pilot?.settings.benchmark ?? null,
      benchmark_what: null,
      budget: pilot?.settings.budget ?? null,
      budget_share: pilot?.settings.budget ? per(Number(everything.total_cost), Number(pilot.settings.budget)) : null,
      planned: null,
      planned_share: null,
      plan: null,
    },
    time_left: {
      attempts: whole.length,
      target,
      attempts_left: target === null ? null : Math.max(0, target - whole.length),
      started_on: whole[0] ? dayOf(whole[0]) : null,
      ends_on: null,
      days_left: null,
      attempts_per_day: whole.length > 0 ? '25' : null,
      done_on: null,
    },
    costs: (Object.keys(cost) as CostPartName[]).map((part) => ({
      part,
      amount: text(cost[part]),
      share: per(cost[part], total),
      per_usable: per(cost[part], report.usable),
      minutes: minutes[part] ?? null,
    })),
    model_cost_basis: (['assumed', 'reported'] as const).map((basis) => {
      const own = all.filter(({ row }) => row.cost_basis === basis);
      return { basis, attempts: own.length, amount: reportOf(own, 0).model_cost };
    }),
    cost_over_attempts: { step: 'attempts', points: course(all) },
    rates: {
      by_model: rates(all, ({ row }) => row.model),
      by_prompt: rates(all, () => null),
      by_week: rates(all, (one) => monday(dayOf(one))),
    },
    spend: days.map((day) => {
      const until = reportOf(all.filter((one) => dayOf(one) <= day), RATE);
      return { day, model: until.model_cost, people: until.human_cost, overhead: '0', total: until.total_cost };
    }),
    price_shock: {
      points: Array.from({ length: 19 }, (_, index) => {
        const factor = 1 + index / 2;
        const shocked = human + cost.model * factor;
        return {
          factor: text(factor),
          total_cost: text(shocked),
          cost_per_usable: per(shocked, report.usable),
          human_share: per(human, shocked),
          human_per_usable: per(human, report.usable),
        };
      }),
      factor_at_benchmark: pilot?.settings.benchmark && cost.model > 0 ? text((Number(pilot.settings.benchmark) * report.usable - human) / cost.model) : null,
    },
    loops: loops(world, whole),
    advice: adviceOf(world),
    overhead_is_shared: all.length < whole.length && world.dashboard.overhead.length > 0,
  };
}

type DashboardCommands = Pick<
  Ipc,
  | 'dashboard'
  | 'overhead'
  | 'add_overhead'
  | 'correct_overhead'
  | 'put_advice_aside'
  | 'advice_settings'
  | 'set_advice_settings'
  | 'refine_or_regenerate'
  | 'export_chart_csv'
  | 'export_chart_svg'
>;

export function dashboardCommands(
  world: World,
  { find, changed }: { find: (id: string) => MockGeneration; changed: (what: 'pilots') => void },
): DashboardCommands {
  const name = (id: string | null) => world.people.find((one) => one.id === id)?.name ?? null;
  return {
    dashboard: ({ request }) => Promise.resolve(dashboardOf(world, request.scope, request.filter)),
    overhead: () => Promise.resolve(world.dashboard.overhead),
    add_overhead: ({ request }) => {
      if (request.entered_for.kind === 'generation') find(request.entered_for.id);
      const entry: OverheadEntryView = {
        uid: `overhead-${world.dashboard.overhead.length + 1}`,
        entered_for: request.entered_for,
        kind: request.kind,
        amount: request.amount,
        entered: request.amount,
        basis: request.basis,
        what: request.what,
        person: name(request.person_id),
        at: '2026-11-19T09:00:00Z',
        corrections: 0,
      };
      world.dashboard.overhead = [entry, ...world.dashboard.overhead];
      changed('pilots');
      return Promise.resolve(null);
    },
    correct_overhead: ({ request }) => {
      world.dashboard.overhead = world.dashboard.overhead.map((entry) =>
        entry.uid === request.uid
          ? { ...entry, amount: request.amount, basis: request.basis, corrections: entry.corrections + 1 }
          : entry,
      );
      changed('pilots');
      return Promise.resolve(null);
    },
    put_advice_aside: ({ advice, aside }) => {
      const found = adviceOf(world).find(({ id }) => id === advice);
      if (!found) {
        return Promise.reject({
          code: 'invalid',
          message: 'The figures have changed, and it is not given any more.',
          hint: 'Look at the page again.',
        } satisfies Problem);
      }
      if (aside) world.dashboard.aside.set(advice, JSON.stringify(found.figures));
      else world.dashboard.aside.delete(advice);
      changed('pilots');
      return Promise.resolve(null);
    },
    advice_settings: () => Promise.resolve(world.dashboard.settings),
    set_advice_settings: ({ settings }) => {
      world.dashboard.settings = settings;
      return Promise.resolve(null);
    },
    refine_or_regenerate: ({ generation_id }) => {
      const report = reportOf(world.generations, RATE);
      const another = (Number(report.model_cost) + (Number(report.review_minutes) / 60) * RATE) / Math.max(1, report.usable);
      const known = report.usable > 0;
      return Promise.resolve({
        verdict: known ? ('refine' as const) : ('cannot_say' as const),
        another: known ? text(another) : null,
        attempts: report.total,
        usable: report.usable,
        of_brief: true,
        hourly_rate: text(RATE),
        break_even_minutes: known ? text((another / RATE) * 60) : null,
        minutes: '15',
        fixing: '15',
        spent_minutes: text(find(generation_id).editingMinutes),
        currency: 'USD',
      });
    },
    export_chart_csv: ({ chart }) => Promise.resolve(`/home/maya/Documents/${chart}.csv`),
    export_chart_svg: ({ chart }) => Promise.resolve(`/home/maya/Documents/${chart}.svg`),
  };
}
