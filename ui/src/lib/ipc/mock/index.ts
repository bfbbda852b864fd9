/** A client that answers like the shell, out of memory: for component tests and for looking at screens in a browser. */

import type { Events, Ipc, OnProgress } from '../contract';
import type { Change, Decision, LibrarySummary, Problem, RejectionReason, Scope, Status } from '../types';
import { detail, facets, filtered, timeOf } from './clips';
import { briefCommands } from './briefs';
import { makings, tally } from './compare';
import { dashboardCommands } from './dashboard';
import { editing } from './editing';
import { estimateCommands } from './estimate';
import type { MockGeneration } from './generations';
import { history } from './history';
import { logPreview } from './logs';
import { noteCommands } from './notes';
import { mockMedia } from './pictures';
import { pilotCommands } from './pilots';
import { priceCommands } from './prices';
import { promptCommands } from './prompts';
import { queueOf } from './queue';
import { deskCommands } from './sign-off';
import { briefViews, librarySummary, makeWorld, reportFor, type MockOptions, type World } from './world';

export type { MockOptions } from './world';

export interface MockIpc extends Ipc {
  /** What it holds; tests look and change here. */
  world: World;
  /** Says something as the shell would. */
  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void;
  /** The next call of this command fails so. */
  failNext(command: keyof Ipc, problem: Problem): void;
  /** Keeps long work from ending by itself, so that it can be cancelled however slow the machine is. */
  holdWork(): void;
  /** Every call so far, for tests that ask what was sent. */
  calls: { command: string; args: unknown }[];
}

const REJECTED: Partial<Record<RejectionReason, Status>> = {
  product_detail_wrong: 'rejected_accuracy',
  rights_or_likeness_risk: 'rejected_rights_risk',
  unsafe_or_policy_risk: 'rejected_rights_risk',
};

function statusAfter(decision: Decision, from: Status): Status {
  if (decision.kind === 'keep' && (from === 'approved_for_edit' || from === 'needs_revision')) return 'brand_review';
  if (decision.kind === 'reject') return (decision.reasons[0] && REJECTED[decision.reasons[0]]) ?? 'rejected_quality';
  if (decision.kind === 'move_to') return decision.status;
  return 'approved_for_edit';
}

function inScope(scope: Scope) {
  return (one: MockGeneration) =>
    scope.kind === 'library' ||
    (scope.kind === 'pilot' ? one.pilotId === scope.id : one.row.brief_id === scope.id);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function mockIpc(options: MockOptions = {}): MockIpc {
  const world = makeWorld(options);
  const listeners = new Map<keyof Events, Set<(payload: never) => void>>();
  const cancelled = new Set<string>();
  const decided: MockGeneration[] = [];
  const failures = new Map<string, Problem>();
  const calls: MockIpc['calls'] = [];
  let held = false;

  /** Steps of long work: enough to see it move, short enough to wait for. */
  const steps = async (total: number, subject: (step: number) => string, progress: OnProgress, stopped: () => boolean) => {
    for (let done = 0; done <= total && !stopped(); done += held && done === total - 1 ? 0 : 1) {
      progress({ done, total, subject: subject(done) });
      await pause(30);
    }
  };

  const emit: MockIpc['emit'] = (name, payload) => {
    for (const listener of listeners.get(name) ?? []) (listener as (payload: unknown) => void)(payload);
  };
  const changed = (what: Exclude<Change['what'], 'preview'>) => {
    emit('library-changed', { what });
  };
  const library = (): LibrarySummary => world.start.library ?? librarySummary('Sample pilot', world.generations.length);
  const open = (summary: LibrarySummary) => {
    world.start.library = summary;
    return summary;
  };
  const find = (id: string): MockGeneration => {
    const found = world.generations.find(({ row }) => row.generation_id === id);
    if (!found) throw { code: 'not_found', message: `There is no generation ${id}.`, hint: 'It may have been in another library.' } satisfies Problem;
    return found;
  };

  const resolveBrief = (id: string) => {
    const brief = briefViews(world).find((other) => other.id === id);
    return brief
      ? Promise.resolve(brief)
      : Promise.reject({ code: 'not_found', message: `There is no brief ${id}.`, hint: 'Import clips for it first.' } satisfies Problem);
  };

  const takenBack = (at: number) => {
    const [one] = at < 0 ? [] : decided.splice(at, 1);
    const before = one?.past.pop();
    if (!one || !before) {
      return Promise.reject({ code: 'nothing_to_undo', message: 'There is nothing to take back.', hint: 'Only decisions made here by the same person can be undone.' } satisfies Problem);
    }
    const from = one.row.status;
    one.goodPart = null;
    one.row = { ...one.row, status: before.status, reason: before.reason };
    changed('clips');
    return Promise.resolve({ generation_id: one.row.generation_id, from, to: before.status, reason: null });
  };

  const client: MockIpc = {
    world,
    emit,
    calls,
    failNext: (command, problem) => void failures.set(command, problem),
    holdWork: () => {
      held = true;
    },
    media: mockMedia,
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(listener);
      return () => set.delete(listener);
    },

    start: () => Promise.resolve(world.start),
    started: async () => {
      await world.begun;
      return { ...world.start, opening: null };
    },
    problems: () => Promise.resolve(world.problems.splice(0)),
    asked_for: () => {
      const { askedFor } = world;
      world.askedFor = null;
      return Promise.resolve(askedFor);
    },
    open_asked_for: () => Promise.resolve(open(librarySummary('Fjord Tea', 3))),
    create_library: ({ name, currency }) => {
      Object.assign(world, makeWorld({ empty: true, closed: true }));
      return Promise.resolve(open({ ...librarySummary(name, 0), currency, is_sample: false, current_person: null }));
    },
    open_library: () => Promise.resolve(open(librarySummary('Nordlys Coffee, spring', 50))),
    open_recent: ({ key }) => {
      const { name, folder } = world.start.recent.find((one) => one.key === key) ?? librarySummary('Sample pilot', 50);
      return Promise.resolve(open({ ...librarySummary(name, 50), folder }));
    },
    async create_sample({ job_key }, progress) {
      await steps(50, (step) => `Making sample clip ${step} of 50`, progress, () => cancelled.has(job_key));
      if (cancelled.has(job_key)) throw { code: 'cancelled', message: 'The sample pilot was not made.', hint: 'Start again whenever you like.' } satisfies Problem;
      return open(librarySummary('Sample pilot', 50));
    },
    close_library: () => {
      world.start.library = null;
      return Promise.resolve(null);
    },
    async backup(progress) {
      await steps(1, () => '/home/maya/Backups', progress, () => false);
      return '/home/maya/Backups/Sample pilot 2026-11-20.circletake';
    },
    async doctor({ fix, job_key }, progress) {
      await steps(3, (step) => `clips/bf_2025_001/gen_0000${step}_v1.mp4`, progress, () => cancelled.has(job_key));
      return {
        healthy: fix,
        findings: [
          { code: 'missing_poster', subject: 'gen_00017', message: 'The poster of this clip is missing.', fixed: fix },
          { code: 'file_without_row', subject: 'clips/bf_2025_002/stray.mp4', message: 'No generation knows this file.', fixed: fix },
        ],
      };
    },
    set_keys: ({ keys }) => {
      world.start.keys = keys;
      return Promise.resolve(null);
    },
    async verify({ job_key }, progress) {
      await steps(3, (step) => `clips/bf_2025_001/gen_0000${step}_v1.mp4`, progress, () => cancelled.has(job_key));
      if (cancelled.has(job_key)) throw { code: 'cancelled', message: 'Stopped, as asked.', hint: 'Start again whenever you like.' } satisfies Problem;
      return world.verified;
    },
    set_appearance: () => Promise.resolve(null),
    set_menu: () => Promise.resolve(null),
    choose_person: ({ person_id }) => {
      const person = world.people.find(({ id }) => id === person_id) ?? null;
      return Promise.resolve(open({ ...library(), current_person: person }));
    },

    people: () => Promise.resolve([...world.people]),
    add_person: ({ name, role, hourly_rate }) => {
      const person = { id: `pe_${String(world.people.length + 1).padStart(4, '0')}`, name, role, hourly_rate, active: true, has_passphrase: false };
      world.people = [...world.people, person];
      changed('people');
      return Promise.resolve(person);
    },
    update_person: (fields) => {
      const person = { has_passphrase: false, ...world.people.find((other) => other.id === fields.id), ...fields };
      world.people = world.people.map((other) => (other.id === person.id ? person : other));
      changed('people');
      return Promise.resolve(person);
    },

    ...pilotCommands(world, changed),
    write_report: async ({ format, job_key }, progress) => {
      await steps(3, (done) => ['Summing up', 'Fetching stills', 'Setting the pages', ''][done] ?? '', progress, () => cancelled.has(job_key));
      if (cancelled.has(job_key)) throw { code: 'cancelled', message: 'Stopped, as asked.', hint: 'Start again whenever you like.' } satisfies Problem;
      return `/home/maya/Documents/pilot-report.${format}`;
    },
    show_report: () => Promise.resolve(null),
    briefs: () => Promise.resolve(briefViews(world)),
    put_brief_in_pilot: ({ brief_id, pilot_id }) => {
      world.briefPilots.set(brief_id, pilot_id);
      changed('pilots');
      return resolveBrief(brief_id);
    },
    ...briefCommands(world, changed),
    ...promptCommands(world, changed),
    report: ({ scope }) => Promise.resolve(reportFor(world, inScope(scope))),

    clip_page: ({ filter, sort, offset, limit }) => {
      const rows = filtered(world.generations, filter, sort);
      return Promise.resolve({ total: rows.length, offset, rows: rows.slice(offset, offset + limit) });
    },
    clip_facets: ({ filter }) => Promise.resolve(facets(world.generations, filter)),
    clip_detail: ({ generation_id }) => Promise.resolve(detail(find(generation_id))),
    show_file: () => Promise.resolve(null),
    show_failed_file: () => Promise.resolve(null),

    retry_preview: () => Promise.resolve(null),
    clips_in_preparation: () => Promise.resolve(world.inPreparation),
    ...editing(world, { find, changed, steps, isCancelled: (key) => cancelled.has(key) }),
    ...history(world),

    choose_clips: () => Promise.resolve(clipSelection),
    dropped_clips: () => Promise.resolve(clipSelection),
    async ingest({ options: wanted, job_key }, progress) {
      if (!world.briefPilots.has(wanted.brief_id)) world.briefPilots.set(wanted.brief_id, null);
      await steps(9, (step) => `takes/terrace_${String(step).padStart(2, '0')}.mp4`, progress, () => cancelled.has(job_key));
      changed('clips');
      return {
        added: 6,
        duplicates: 1,
        awaited: 0,
        back: 0,
        failed: [
          {
            path: '/home/maya/Downloads/takes/terrace_04.mp4',
            error: { code: 'truncated', message: 'This file stops before the clip ends.', hint: 'The download was probably cut off; fetch the clip again.' },
          },
          {
            path: '/home/maya/Downloads/takes/notes.txt',
            error: { code: 'not_a_video', message: 'This file is not a video.', hint: 'Check that the right file was chosen, or export it again as MP4.' },
          },
        ],
        clips: Array.from({ length: 6 }, (_, index) => ({
          generation_id: `gen_${String(51 + index).padStart(5, '0')}`,
          path: `clips/${wanted.brief_id}/gen_${String(51 + index).padStart(5, '0')}_v1.mp4`,
        })),
        cancelled: cancelled.has(job_key),
      };
    },
    cancel: ({ job_key }) => {
      cancelled.add(job_key);
      return Promise.resolve(null);
    },

    choose_log: () => Promise.resolve(logPreview()),
    preview_log: ({ mapping }) => Promise.resolve(logPreview(mapping)),
    async import_log({ skip_bad, update, job_key }, progress) {
      await steps(38, (step) => `Row ${step}`, progress, () => cancelled.has(job_key));
      const { outcome } = logPreview();
      const refused = outcome.bad.length > 0 && !skip_bad;
      changed('clips');
      return {
        ...outcome,
        imported: refused ? 0 : outcome.imported,
        clips_linked: refused ? 0 : 31,
        updated: !refused && update ? outcome.conflicts.length : 0,
        conflicts: update && !refused ? [] : outcome.conflicts,
      };
    },
    async export_log({ format }, progress) {
      await steps(1, () => '/home/maya/Documents', progress, () => false);
      return `/home/maya/Documents/circletake log.${format}`;
    },

    review_queue: ({ request }) => Promise.resolve(queueOf(world.generations.filter(inScope(request.scope)), request)),
    hold: ({ generation_id, person_id }) => {
      const person = world.people.find(({ id }) => id === person_id);
      find(generation_id).hold = person ? { person_id, person_name: person.name, at: new Date().toISOString() } : null;
      changed('clips');
      return Promise.resolve(null);
    },
    let_go: ({ generation_id }) => {
      find(generation_id).hold = null;
      changed('clips');
      return Promise.resolve(null);
    },
    decide: ({ request }) => {
      const one = find(request.generation_id);
      const from = one.row.status;
      const reason = request.decision.kind === 'reject' ? (request.decision.reasons[0] ?? null) : null;
      one.past.push({ status: from, reason: one.row.reason });
      one.hold = null;
      one.goodPart = request.good_part;
      one.row = { ...one.row, status: statusAfter(request.decision, from), reason };
      decided.push(one);
      changed('clips');
      return Promise.resolve({ generation_id: request.generation_id, from, to: one.row.status, reason });
    },
    undo: () => takenBack(decided.length - 1),
    undo_on: ({ generation_id }) => takenBack(decided.findLastIndex(({ row }) => row.generation_id === generation_id)),
    compare_state: ({ brief_id }) => Promise.resolve(world.compared.get(brief_id) ?? null),
    keep_compare_state: ({ brief_id, state }) => {
      world.compared.set(brief_id, state);
      return Promise.resolve(null);
    },
    compare_makings: ({ a, b }) => Promise.resolve(makings(find(a), find(b))),
    judge_pair: ({ request }) => {
      world.pairs.push(request);
      return Promise.resolve(null);
    },
    pair_tally: ({ brief_id }) => Promise.resolve(tally(world, brief_id)),
    save_comparison: ({ brief_id, frame }) => Promise.resolve(`/home/maya/Pictures/${brief_id} compare frame ${frame}.png`),
    add_time: ({ generation_id, work, microseconds }) => {
      const one = find(generation_id);
      if (work === 'editing') one.editingMinutes += microseconds / 60_000_000;
      else one.reviewMinutes += microseconds / 60_000_000;
      return Promise.resolve(null);
    },
    correct_time: ({ generation_id, work, minutes }) => {
      const one = find(generation_id);
      if (work === 'editing') one.editingMinutes = Number(minutes);
      else one.reviewMinutes = Number(minutes);
      one.corrected = true;
      changed('clips');
      return Promise.resolve(timeOf(one));
    },
    seen_frames: ({ clip_key }) => Promise.resolve({ frames: world.seen.get(clip_key) ?? [] }),
    review_settings: () => Promise.resolve(world.reviewSettings),
    set_review_settings: ({ settings }) => {
      world.reviewSettings = settings;
      return Promise.resolve(null);
    },
    ...noteCommands(world, find, changed),
    add_seen_frames: ({ clip_key, frames }) => {
      const all = [...(world.seen.get(clip_key) ?? []), ...frames];
      world.seen.set(clip_key, all);
      return Promise.resolve({ frames: all });
    },

    ...deskCommands(world, { find, changed }),
    ...priceCommands(world.prices, () => {
      changed('prices');
    }),
    ...dashboardCommands(world, { find, changed }),
    ...estimateCommands(world, changed),
  };

  return watched(client, failures, calls);
}

const clipSelection = {
  selection_key: 'selection-1',
  files: 9,
  bytes: 68_400_000,
  sample_names: ['terrace_01.mp4', 'terrace_02.mp4', 'terrace_03.mov', 'terrace_04.mp4'],
};

/** Records every command and lets the next one fail on request. */
function watched(client: MockIpc, failures: Map<string, Problem>, calls: MockIpc['calls']): MockIpc {
  const untouched = new Set(['world', 'emit', 'calls', 'failNext', 'holdWork', 'media', 'on']);
  return new Proxy(client, {
    get(target, name: string) {
      const value: unknown = Reflect.get(target, name);
      if (untouched.has(name) || typeof value !== 'function') return value;
      return async (args: unknown, ...rest: unknown[]) => {
        calls.push({ command: name, args });
        const problem = failures.get(name);
        failures.delete(name);
        if (problem) throw problem;
        return (value as (...args: unknown[]) => unknown)(args, ...rest);
      };
    },
  });
}
