/** Prompt templates of the mock library. */

import type { PromptNumbers, Problem, TemplateReading, TemplateVersionView, TemplateView } from '../types';
import type { Commands } from '../client';
import type { BriefForm } from '../types';
import { formOf } from './briefs';
import { reportOf } from './report';
import type { World } from './world';

const HOURLY_RATE = 60;

const BUILT_IN = `A {{duration_seconds}} second {{format}} clip for {{channel}}.
Scene: {{scene}}
Mood: {{mood}}
Camera: {{camera_direction}}
Must include: {{must_include}}
Must avoid: {{must_avoid}}
{{standing_exclusions}}
`;

export interface MockTemplates {
  all: TemplateView[];
  exclusions: string[];
}

const PLACEHOLDERS: [string, string][] = [
  ['channel', 'where it is shown'], ['format', 'what kind of clip it is'], ['duration_seconds', 'the length in seconds'],
  ['goal', 'what it is for'], ['must_include', 'what must be seen, with commas between'], ['must_avoid', 'what must not be seen, with commas between'],
  ['scene', 'what is seen'], ['mood', 'how it feels'], ['camera_direction', 'how the camera moves'], ['voice_cues', 'what is said'],
  ['brand_identity', 'the brand and how it looks'], ['brand_messaging', 'what the brand says'],
  ['standing_exclusions', 'the standing exclusions of Settings, a line each'],
];

function numbersOf(world: Pick<World, 'generations'>, from: number, to: number): PromptNumbers {
  const report = reportOf(world.generations.slice(from, to), HOURLY_RATE);
  return {
    total: report.total, failed: report.failed, usable: report.usable, published: report.published, usable_rate: report.usable_rate,
    usable_rate_interval: report.usable_rate_interval, rejection_reasons: report.rejection_reasons, model_cost: report.model_cost,
    unknown_costs: 0, human_cost: report.human_cost, minutes_without_rate: '0', total_cost: report.total_cost,
    cost_per_usable: report.cost_per_usable, cost_per_usable_interval: report.cost_per_usable_interval, currency: 'USD',
  };
}

function version(number: number, body: string, numbers: PromptNumbers, more: Partial<TemplateVersionView> = {}): TemplateVersionView {
  const used = numbers.total > 0;
  return {
    number, body, tags: [], variant_group: null, variant_label: null, created_at: '2026-11-06T09:00:00Z', created_by: 'Tom Okafor',
    approved_by: null, approved_at: null, used, settled: used, numbers, ...more,
  };
}

export function makeTemplates(world: Pick<World, 'generations'>): MockTemplates {
  const built = version(1, BUILT_IN, numbersOf(world, 0, 0), { created_by: null });
  const templates: TemplateView[] = [{ id: 'tpl_built_in', name: 'Built in', versions: [built] }];
  if (world.generations.length > 0) {
    templates.push({
      id: 'tpl_lake_house',
      name: 'Lake house',
      versions: [
        version(2, '{{scene}}, {{mood}}. Camera: {{camera_direction}}.\nMust include: {{must_include}}\n', numbersOf(world, 20, 50), {
          tags: ['autumn'], approved_by: 'Maya Lindqvist', approved_at: '2026-11-10T09:00:00Z',
        }),
        version(1, BUILT_IN, numbersOf(world, 0, 20), { tags: ['autumn'], variant_group: 'hook', variant_label: 'A' }),
      ],
    });
  }
  return { all: templates, exclusions: ['No text overlays.', 'No logos.', 'No recognisable public figures.'] };
}

function reading(world: World, body: string, briefId: string | null): TemplateReading {
  const brief = briefId === null ? undefined : world.briefs.get(briefId);
  const form = brief ? formOf(brief) : undefined;
  const known = new Map(PLACEHOLDERS);
  const valueOf = (name: string): string => {
    if (name === 'standing_exclusions') return world.templates.exclusions.join('\n');
    const value: unknown = form?.[name as keyof BriefForm];
    return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
  };
  const told: TemplateReading = { brief_id: brief ? briefId : null, pieces: [], complete: false, faults: [], unfilled: [], unused: [] };
  const asked = new Set<string>();
  for (const part of body.split(/(\{\{[^{}]*\}\})/)) {
    const name = /^\{\{\s*(.*?)\s*\}\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (part.includes('{{')) told.faults.push({ line: body.slice(0, body.indexOf(part)).split('\n').length, unknown: null, nearest: null });
      if (part !== '') told.pieces.push({ text: part, placeholder: null, gap: false });
    } else if (!known.has(name)) {
      told.faults.push({ line: body.slice(0, body.indexOf(part)).split('\n').length, unknown: name, nearest: name.startsWith('sce') ? 'scene' : null });
      told.pieces.push({ text: part, placeholder: null, gap: true });
    } else {
      const value = valueOf(name);
      asked.add(name);
      if (value === '' && form && !told.unfilled.includes(name)) told.unfilled.push(name);
      told.pieces.push({ text: value === '' ? part : value, placeholder: name, gap: value === '' });
    }
  }
  if (form) told.unused = [...known.keys()].filter((name) => name !== 'standing_exclusions' && !asked.has(name) && valueOf(name) !== '');
  told.complete = form !== undefined && told.faults.length === 0 && told.unfilled.length === 0;
  return told;
}

type PromptCommands =
  | 'templates' | 'named_prompts' | 'prompt_placeholders' | 'read_template' | 'create_template' | 'rename_template' | 'new_template_version'
  | 'write_template' | 'discard_template_version' | 'mark_template_version' | 'approve_template_version' | 'use_prompt' | 'compare_prompts'
  | 'standing_exclusions' | 'set_standing_exclusions';

export function promptCommands(world: World, changed: (what: 'prompts') => void): Pick<Commands, PromptCommands> {
  const find = (id: string): TemplateView => {
    const found = world.templates.all.find((one) => one.id === id);
    if (!found) throw { code: 'not_found', message: `There is no template ${id}.`, hint: 'Look it up in the list.' } satisfies Problem;
    return found;
  };
  const put = (template: TemplateView, versions: TemplateVersionView[]): Promise<TemplateView> => {
    const next = { ...template, versions };
    world.templates.all = world.templates.all.map((one) => (one.id === next.id ? next : one));
    changed('prompts');
    return Promise.resolve(next);
  };
  const on = (id: string, number: number, change: Partial<TemplateVersionView>): Promise<TemplateView> => {
    const template = find(id);
    return put(template, template.versions.map((one) => (one.number === number ? { ...one, ...change } : one)));
  };
  const none = () => numbersOf(world, 0, 0);
  return {
    templates: () => Promise.resolve(structuredClone(world.templates.all)),
    named_prompts: () => Promise.resolve(world.namedPrompts),
    prompt_placeholders: () => Promise.resolve(PLACEHOLDERS.map(([name, label]) => ({ name, label }))),
    read_template: ({ body, brief_id }) => Promise.resolve(reading(world, body, brief_id)),
    create_template: ({ name, body }) => {
      const template: TemplateView = { id: `tpl_${name.toLowerCase().replaceAll(/\W+/g, '_')}`, name, versions: [version(1, body, none())] };
      world.templates.all = [...world.templates.all, template];
      changed('prompts');
      return Promise.resolve(template);
    },
    rename_template: ({ template_id, name }) => put({ ...find(template_id), name }, find(template_id).versions),
    new_template_version: ({ template_id, number }) => {
      const template = find(template_id);
      const source = template.versions.find((one) => one.number === number);
      return put(template, [version((template.versions[0]?.number ?? 0) + 1, source?.body ?? '', none(), { tags: source?.tags ?? [] }), ...template.versions]);
    },
    write_template: ({ template_id, number, body }) => {
      const template = find(template_id);
      const settled = template.versions.find((one) => one.number === number)?.settled;
      if (settled) return Promise.reject({ code: 'version_settled', message: 'Its words never change.', hint: 'Begin a new version.' } satisfies Problem);
      world.templates.all = world.templates.all.map((one) =>
        one.id === template_id ? { ...one, versions: one.versions.map((other) => (other.number === number ? { ...other, body } : other)) } : one,
      );
      return Promise.resolve(null);
    },
    discard_template_version: ({ template_id, number }) => {
      const template = find(template_id);
      return put(template, template.versions.filter((one) => one.number !== number));
    },
    mark_template_version: ({ template_id, number, tags, variant_group }) =>
      on(template_id, number, { tags, variant_group, variant_label: variant_group === null ? null : 'B' }),
    approve_template_version: ({ template_id, number, person_id }) => {
      const person = world.people.find(({ id }) => id === person_id);
      const used = find(template_id).versions.find((one) => one.number === number)?.used ?? false;
      return on(template_id, number, {
        approved_by: person?.name ?? null,
        approved_at: person ? '2026-11-20T09:00:00Z' : null,
        settled: used || person !== undefined,
      });
    },
    use_prompt: async ({ template_id, number, brief_id }) => {
      const body = find(template_id).versions.find((one) => one.number === number)?.body ?? '';
      await on(template_id, number, { used: true, settled: true });
      const text = reading(world, body, brief_id).pieces.map((piece) => piece.text).join('');
      return { id: 'pr_00001', version: String(number), text, brief_id, brief_revision: 2 };
    },
    compare_prompts: ({ a, b }) => {
      const side = (choice: typeof a) => {
        const template = choice.kind === 'named' ? undefined : find(choice.template_id);
        const found = template?.versions.find((one) => choice.kind === 'version' && one.number === choice.number) ?? template?.versions[0];
        return { name: `${template?.id ?? ''}@${found?.number ?? ''}`, body: found?.body ?? '', numbers: found?.numbers ?? none() };
      };
      const [one, other] = [side(a), side(b)];
      return Promise.resolve({
        a: { name: one.name, ...one.numbers },
        b: { name: other.name, ...other.numbers },
        b_beats_a: '0.62',
        verdict: 'too_early_to_tell' as const,
        words: one.body === other.body ? [{ of: 'both' as const, text: one.body }] : [{ of: 'a' as const, text: one.body }, { of: 'b' as const, text: other.body }],
      });
    },
    standing_exclusions: () => Promise.resolve(world.templates.exclusions),
    set_standing_exclusions: ({ lines }) => {
      world.templates.exclusions = lines.map((line) => line.trim()).filter((line) => line !== '');
      changed('prompts');
      return Promise.resolve(world.templates.exclusions);
    },
  };
}
