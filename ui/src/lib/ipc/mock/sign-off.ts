/** The sign-off desk of the mock library: gates asked of every clip, answers and signatures kept in memory. */

import type {
  ChecklistView,
  DeskView,
  GateCondition,
  GateRuleView,
  GateView,
  PersonView,
  Problem,
  SignOffQueue,
  SignOffView,
  VersionView,
} from '../types';
import type { Commands } from '../client';
import type { MockGeneration } from './generations';
import type { World } from './world';

const never: GateCondition = { always: false, high_risk: false, paid: false, sensitive: false };
const always: GateCondition = { ...never, always: true };

/** What the mock remembers of the desk. */
export interface MockDesk {
  answers: Map<string, GateView['answer']>;
  signOffs: Map<string, SignOffView[]>;
  /** Versions before the current one, by generation. */
  earlier: Map<string, VersionView[]>;
  changed: Set<string>;
  makers: Map<string, string[]>;
  passphrases: Map<string, string>;
  rules: GateRuleView[];
  checklists: ChecklistView[];
}

export function makeDesk(): MockDesk {
  return {
    answers: new Map(),
    signOffs: new Map(),
    earlier: new Map(),
    changed: new Set(),
    makers: new Map(),
    passphrases: new Map(),
    rules: [
      { gate: 'brand_fit', condition: always, shipped: true },
      { gate: 'product_accuracy', condition: always, shipped: true },
      { gate: 'claims_and_disclaimers', condition: { ...never, high_risk: true, paid: true, sensitive: true }, shipped: true },
      { gate: 'likeness_rights', condition: { ...never, high_risk: true }, shipped: true },
      { gate: 'copyright_and_music', condition: always, shipped: true },
      { gate: 'trademarks_and_logos', condition: always, shipped: true },
      { gate: 'platform_ad_policy', condition: { ...never, paid: true }, shipped: true },
      { gate: 'sensitive_category', condition: { ...never, sensitive: true }, shipped: true },
      { gate: 'paid_campaign_approval', condition: { ...never, paid: true }, shipped: true },
    ],
    checklists: [
      { brand: '', lines: [] },
      { brand: 'Norrland', lines: [{ key: 'line-1', body: 'Is the rim of the mug blue?' }] },
    ],
  };
}

const problem = (code: string, message: string, hint: string): Problem => ({ code, message, hint });
const hashOf = (clipKey: string) => clipKey.replaceAll(/[^0-9a-f]/g, '').padEnd(64, '0').slice(0, 64);

function gatesOf(desk: MockDesk, id: string): GateView[] {
  const gates = desk.rules.filter((rule) => rule.condition.always).map((rule) => ({ key: rule.gate as string, item: null as string | null }));
  const items = desk.checklists.flatMap((list) => list.lines.map((line) => ({ key: line.key ?? '', item: line.body as string | null })));
  return [...gates, ...items].map((asked) => ({ ...asked, answer: desk.answers.get(`${id} ${asked.key}`) ?? null }));
}

function deskView(desk: MockDesk, one: MockGeneration, people: PersonView[]): DeskView {
  const { row } = one;
  const id = row.generation_id;
  const current: VersionView[] = row.clip
    ? [
        {
          clip_key: row.clip.clip_key,
          version: row.clip.version,
          content_hash: hashOf(row.clip.clip_key),
          aspect_permille: row.clip.aspect_permille,
          preview: { state: 'waiting' },
          made_by: null,
          at: row.created_at,
        },
      ]
    : [];
  return {
    generation_id: id,
    status: row.status,
    brand: 'Norrland',
    content_hash: row.clip ? hashOf(row.clip.clip_key) : null,
    file_changed: desk.changed.has(id),
    gates: gatesOf(desk, id),
    sign_offs: desk.signOffs.get(id) ?? [],
    versions: [...(desk.earlier.get(id) ?? []), ...current],
    makers: people.filter((person) => desk.makers.get(id)?.includes(person.id)).map(({ id: person_id, name }) => ({ person_id, name })),
  };
}

type DeskCommands =
  | 'sign_off_queue' | 'desk' | 'answer_gate' | 'sign' | 'export_sign_off_sheet' | 'set_passphrase' | 'gate_rules' | 'set_gate_rule'
  | 'reset_gate_rules' | 'checklists' | 'set_checklist' | 'let_makers_sign';

interface Hands {
  find: (id: string) => MockGeneration;
  changed: (what: 'clips' | 'people' | 'pilots') => void;
}

export function deskCommands(world: World, { find, changed }: Hands): Pick<Commands, DeskCommands> {
  const { desk } = world;
  const now = () => new Date(Date.UTC(2026, 10, 20, 9, 0, 0)).toISOString();
  const person = (id: string) => world.people.find((other) => other.id === id);
  return {
    sign_off_queue: () => {
      const waiting = world.generations.filter(({ row }) => row.status === 'brand_review');
      const queue: SignOffQueue = {
        waiting: waiting.map(({ row }) => ({
          generation_id: row.generation_id,
          brief_id: row.brief_id,
          clip: row.clip,
          flags: row.flags,
          voided: desk.signOffs.get(row.generation_id)?.find((one) => one.void_reason !== null)?.void_reason ?? null,
        })),
        signed: world.generations.filter(({ row }) => ['approved_to_publish', 'scheduled', 'published'].includes(row.status)).length,
      };
      return Promise.resolve(queue);
    },
    desk: ({ generation_id }) => Promise.resolve(deskView(desk, find(generation_id), world.people)),
    answer_gate: ({ request }) => {
      const { answer } = request;
      desk.answers.set(`${request.generation_id} ${request.gate}`, {
        verdict: answer.answer,
        words: answer.answer === 'failed' ? answer.reason : answer.answer === 'not_applicable' ? answer.why : null,
        frame: request.frame,
        person_id: request.person_id,
        person_name: person(request.person_id)?.name ?? '',
        at: now(),
      });
      return Promise.resolve(deskView(desk, find(request.generation_id), world.people));
    },
    sign: ({ request }) => {
      const one = find(request.generation_id);
      const set = desk.passphrases.get(request.person_id);
      const signer = person(request.person_id)?.name ?? '';
      if (set !== undefined && set !== request.passphrase) {
        return Promise.reject(problem('wrong_passphrase', `This is not ${signer}'s passphrase.`, 'Check the keyboard and try again.'));
      }
      const from = one.row.status;
      one.past.push({ status: from, reason: one.row.reason });
      one.row = { ...one.row, status: 'approved_to_publish', reason: null };
      desk.signOffs.set(request.generation_id, [
        {
          version: one.row.clip?.version ?? 1,
          content_hash: request.content_hash ?? '',
          person_id: request.person_id,
          person_name: signer,
          passphrase_checked: set !== undefined,
          note: request.note,
          at: now(),
          voided_at: null,
          void_reason: null,
        },
      ]);
      changed('clips');
      return Promise.resolve({ generation_id: request.generation_id, from, to: 'approved_to_publish' as const, reason: null });
    },
    export_sign_off_sheet: ({ format }) => Promise.resolve(`/home/maya/Documents/sign-off-sheet.${format}`),
    set_passphrase: ({ request }) => {
      if (request.passphrase === null) desk.passphrases.delete(request.person_id);
      else desk.passphrases.set(request.person_id, request.passphrase);
      world.people = world.people.map((other) =>
        other.id === request.person_id ? { ...other, has_passphrase: request.passphrase !== null } : other,
      );
      changed('people');
      const found = person(request.person_id);
      return found ? Promise.resolve(found) : Promise.reject(problem('not_found', 'There is no such person.', 'Look them up in Settings.'));
    },
    gate_rules: () => Promise.resolve(desk.rules),
    set_gate_rule: ({ gate, condition }) => {
      desk.rules = desk.rules.map((rule) => (rule.gate === gate ? { gate, condition, shipped: false } : rule));
      return Promise.resolve(desk.rules);
    },
    reset_gate_rules: () => {
      desk.rules = makeDesk().rules;
      return Promise.resolve(desk.rules);
    },
    checklists: () => Promise.resolve(desk.checklists),
    set_checklist: ({ brand, lines }) => {
      const kept = lines.map((line, index) => ({ key: line.key ?? `line-${brand}-${index}`, body: line.body }));
      desk.checklists = desk.checklists.map((list) => (list.brand === brand ? { brand, lines: kept } : list));
      return Promise.resolve(desk.checklists);
    },
    let_makers_sign: ({ pilot_id, may }) => {
      world.pilots = world.pilots.map((pilot) => (pilot.id === pilot_id ? { ...pilot, maker_may_sign: may } : pilot));
      changed('pilots');
      return Promise.resolve(null);
    },
  };
}
