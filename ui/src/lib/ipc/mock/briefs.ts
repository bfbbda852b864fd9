/** Briefs of the mock library while they are written: drafts, revisions, and what is said of them. */

import type { BriefCheck, BriefForm, BriefPresets, BriefWriting, FieldNote, OpenGate, Problem, RevisionView } from '../types';
import type { Commands } from '../client';
import type { World } from './world';

export interface MockBrief {
  /** Newest first. */
  revisions: { view: RevisionView; form: BriefForm }[];
  draft: { form: BriefForm; base: number } | null;
}

function emptyForm(): BriefForm {
  return {
    channel: '', format: '', duration_seconds: '', goal: '', must_include: [], must_avoid: [], risk_level: 'low',
    consistency_requirement: 'low', aspect_ratio: '', resolution: '', frame_rate: '', scene: '', mood: '', camera_direction: '',
    voice_cues: '', music_cues: '', brand_identity: '', brand_messaging: '', brand_do: [], brand_dont: [], fidelity: null, paid: false,
    sensitive_categories: [], planned_revisions: '', unfinished: {},
  };
}

const TERRACE: Partial<BriefForm> = {
  channel: 'instagram_reel', format: 'social_broll', duration_seconds: '6', goal: 'Morning coffee on the lake house terrace',
  must_include: ['steam', 'low sun'], must_avoid: ['faces'], aspect_ratio: '9:16', resolution: '1080p', frame_rate: '30',
  scene: 'A cup on a wooden rail, the lake behind it', mood: 'calm, warm', camera_direction: 'slow push in',
  brand_identity: 'Norrland, a maker of enamel mugs', brand_messaging: 'Slow mornings',
};

export function makeBriefs(empty: boolean): Map<string, MockBrief> {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day, 9, 0, 0)).toISOString();
  const revision = (number: number, form: Partial<BriefForm>, generations: number): MockBrief['revisions'][number] => ({
    view: { number, created_at: at(8 + number), created_by: 'Tom Okafor', generations, goal: form.goal ?? '' },
    form: { ...emptyForm(), ...form },
  });
  if (empty) return new Map();
  return new Map([
    ['bf_2025_001', { revisions: [revision(2, TERRACE, 9), revision(1, { ...TERRACE, mood: 'calm', must_avoid: [] }, 8)], draft: null }],
    ['bf_2025_002', { revisions: [revision(1, { ...TERRACE, goal: 'Rain on the window, blanket and book', scene: '' }, 17)], draft: null }],
    ['bf_2025_003', { revisions: [revision(1, { ...TERRACE, goal: 'Boat landing at dusk, lanterns lit' }, 16)], draft: null }],
  ]);
}

const presets: BriefPresets = {
  channels: [
    { channel: 'instagram_reel', aspect_ratio: '9:16', resolution: '1080p', frame_rate: '30', longest_seconds: 90, safe_area: { top: 14, right: 6, bottom: 35, left: 6 }, paid: false },
    { channel: 'product_page', aspect_ratio: '1:1', resolution: '1080p', frame_rate: '30', longest_seconds: 30, safe_area: { top: 0, right: 0, bottom: 0, left: 0 }, paid: false },
  ],
  formats: [
    { format: 'social_broll', shortest_seconds: 5, longest_seconds: 8, first_use: 'good' },
    { format: 'product_demo', shortest_seconds: 5, longest_seconds: 15, first_use: 'with_caution' },
  ],
};

export function formOf(brief: MockBrief): BriefForm {
  return brief.draft?.form ?? brief.revisions[0]?.form ?? emptyForm();
}

function check(world: World, brief: MockBrief, form: BriefForm): BriefCheck {
  const problems: FieldNote[] = [];
  const wrong = (field: string, found: string, expected: string) => problems.push({ field, words: `Expected ${expected}; this is "${found}".` });
  if (form.duration_seconds !== '' && !(Number(form.duration_seconds) > 0)) wrong('duration_seconds', form.duration_seconds, 'a number of seconds above 0 and at most 3600');
  if (form.aspect_ratio !== '' && !/^\d+[:x/]\d+$/.test(form.aspect_ratio)) wrong('aspect_ratio', form.aspect_ratio, 'a ratio such as 9:16');
  const remarks: FieldNote[] = [];
  if (form.channel === 'instagram_reel' && /^\d/.test(form.aspect_ratio) && form.aspect_ratio !== '9:16') {
    remarks.push({ field: 'aspect_ratio', words: `This channel shows 9:16; ${form.aspect_ratio} would be cropped or boxed.` });
  }
  const gates: OpenGate[] = world.desk.rules.flatMap(({ gate, condition }) => {
    const because: OpenGate['because'] = [];
    if (condition.always) because.push('always');
    if (condition.high_risk && form.risk_level === 'high') because.push('high_risk');
    if (condition.paid && form.paid) because.push('paid');
    if (condition.sensitive && form.sensitive_categories.length > 0) because.push('sensitive');
    return because.length > 0 ? [{ gate, because }] : [];
  });
  const high = (level: string) => level === 'high';
  const advice = high(form.risk_level)
    ? high(form.consistency_requirement) ? 'keep_traditional' : 'strict_review_only'
    : high(form.consistency_requirement) ? 'drafts_and_parts' : 'good_production_test';
  return { problems, remarks: problems.length > 0 ? [] : remarks, advice, gates, is_draft: JSON.stringify(form) !== JSON.stringify(brief.revisions[0]?.form) };
}

type BriefCommands =
  | 'brief_presets' | 'brief_writing' | 'new_brief' | 'duplicate_brief' | 'keep_brief_draft' | 'make_brief_revision' | 'discard_brief_draft'
  | 'brief_difference' | 'brief_at_revision' | 'import_briefs' | 'export_brief';

export function briefCommands(world: World, changed: (what: 'pilots') => void): Pick<Commands, BriefCommands> {
  const find = (id: string): MockBrief => {
    const found = world.briefs.get(id);
    if (!found) throw { code: 'not_found', message: `There is no brief ${id}.`, hint: 'Look it up in the list.' } satisfies Problem;
    return found;
  };
  const writing = (id: string): BriefWriting => {
    const brief = find(id);
    const form = formOf(brief);
    return {
      id,
      pilot_id: world.briefPilots.get(id) ?? null,
      form: structuredClone(form),
      draft: brief.draft ? { saved_at: '2026-11-20T09:00:00Z', base: brief.draft.base } : null,
      revisions: brief.revisions.map(({ view }) => view),
      check: check(world, brief, form),
      other_fields: [],
    };
  };
  const add = (pilot: string | null, form: BriefForm): string => {
    const id = `bf_2026_${String(world.briefs.size + 1).padStart(3, '0')}`;
    world.briefs.set(id, {
      revisions: [{ view: { number: 1, created_at: '2026-11-20T09:00:00Z', created_by: null, generations: 0, goal: form.goal }, form }],
      draft: null,
    });
    world.briefPilots.set(id, pilot);
    changed('pilots');
    return id;
  };
  const state = (id: string, number: number | null) => {
    const brief = find(id);
    return number === null ? formOf(brief) : (brief.revisions.find(({ view }) => view.number === number)?.form ?? emptyForm());
  };
  return {
    brief_presets: () => Promise.resolve(presets),
    brief_writing: ({ brief_id }) => Promise.resolve(writing(brief_id)),
    new_brief: ({ pilot_id }) => Promise.resolve(add(pilot_id, emptyForm())),
    duplicate_brief: ({ brief_id }) => Promise.resolve(add(world.briefPilots.get(brief_id) ?? null, structuredClone(formOf(find(brief_id))))),
    keep_brief_draft: ({ brief_id, form }) => {
      const brief = find(brief_id);
      brief.draft = { form: structuredClone(form), base: brief.revisions[0]?.view.number ?? 1 };
      const told = check(world, brief, form);
      if (!told.is_draft) brief.draft = null;
      return Promise.resolve(told);
    },
    make_brief_revision: ({ brief_id }) => {
      const brief = find(brief_id);
      if (brief.draft) {
        const number = (brief.revisions[0]?.view.number ?? 0) + 1;
        const view = { number, created_at: '2026-11-20T09:30:00Z', created_by: 'Maya Lindqvist', generations: 0, goal: brief.draft.form.goal };
        brief.revisions = [{ view, form: brief.draft.form }, ...brief.revisions];
        brief.draft = null;
      }
      changed('pilots');
      return Promise.resolve(writing(brief_id));
    },
    discard_brief_draft: ({ brief_id }) => {
      find(brief_id).draft = null;
      return Promise.resolve(writing(brief_id));
    },
    brief_difference: ({ brief_id, a, b }) => {
      const [one, other] = [state(brief_id, a), state(brief_id, b)];
      const words = (value: unknown) => (Array.isArray(value) ? value.join('\n') : String(value ?? ''));
      const fields = (Object.keys(one) as (keyof BriefForm)[])
        .filter((field) => field !== 'unfinished' && words(one[field]) !== words(other[field]))
        .map((field) => ({
          field,
          pieces: [
            { of: 'a' as const, text: words(one[field]) },
            { of: 'b' as const, text: words(other[field]) },
          ].filter(({ text }) => text !== ''),
        }));
      return Promise.resolve({ fields });
    },
    brief_at_revision: ({ brief_id, number }) => Promise.resolve(structuredClone(state(brief_id, number))),
    import_briefs: () => Promise.resolve([add(null, { ...emptyForm(), goal: 'A brief from a file' })]),
    export_brief: ({ brief_id }) => Promise.resolve(`/home/maya/Documents/${brief_id}.json`),
  };
}
