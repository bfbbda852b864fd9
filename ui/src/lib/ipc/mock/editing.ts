/** The mock's side of the edit step. */

import type { Ipc, OnProgress } from '../contract';
import type { ClipVersionView, Problem } from '../types';
import type { MockGeneration } from './generations';
import type { World } from './world';

type EditCommands = Pick<Ipc, 'edit_queue' | 'clip_versions' | 'choose_version' | 'add_version'>;

interface Around {
  find: (id: string) => MockGeneration;
  changed: (what: 'clips') => void;
  steps: (total: number, subject: (step: number) => string, progress: OnProgress, stopped: () => boolean) => Promise<void>;
  isCancelled: (key: string) => boolean;
}

/** In the order of the desk. */
const IN_EDIT = ['needs_revision', 'edited', 'approved_for_edit'];

function versionsOf(world: World, one: MockGeneration): ClipVersionView[] {
  const clip = one.row.clip;
  if (!clip) return [];
  const original: ClipVersionView = {
    clip: { ...clip, version: 1 },
    origin: 'model',
    parent: null,
    made_by: null,
    made_at: one.row.created_at,
    file_name: `${one.row.generation_id}.mp4`,
    content_hash: '1'.repeat(64),
    frame_count: 144,
    frame_rate: '24',
    good_part: { first_frame: 11, last_frame: 95 },
    preview: { state: 'waiting' },
    current: true,
  };
  const added = world.versions.get(one.row.generation_id) ?? [];
  return [original, ...added].map((version, place, all) => ({ ...version, current: place === all.length - 1 })).reverse();
}

export function editing(world: World, { find, changed, steps, isCancelled }: Around): EditCommands {
  return {
    edit_queue: () =>
      Promise.resolve(
        world.generations
          .filter(({ row }) => IN_EDIT.includes(row.status))
          .map(({ row }) => ({
            generation_id: row.generation_id,
            brief_id: row.brief_id,
            sent_back: row.status === 'needs_revision',
            status: row.status,
            reason: row.reason,
            since: row.created_at,
            by: row.status === 'needs_revision' ? 'Ines Duarte' : 'Maya Lindqvist',
            note: row.status === 'needs_revision' ? 'The logo on the cup is last year’s.' : 'Cut the first second.',
            clip: row.clip,
          }))
          .sort((one, other) => IN_EDIT.indexOf(one.status) - IN_EDIT.indexOf(other.status)),
      ),
    clip_versions: ({ generation_id }) => Promise.resolve(versionsOf(world, find(generation_id))),
    choose_version: () =>
      Promise.resolve({ selection_key: 'selection-2', files: 1, bytes: 4_200_000, sample_names: ['terrace_edit.mp4'] }),
    async add_version({ generation_id, job_key }, progress) {
      const one = find(generation_id);
      await steps(3, () => 'terrace_edit.mp4', progress, () => isCancelled(job_key));
      if (isCancelled(job_key)) {
        throw { code: 'cancelled', message: 'Stopped, as asked.', hint: 'Start again whenever you like.' } satisfies Problem;
      }
      const [latest] = versionsOf(world, one);
      if (!latest) throw { code: 'no_clip_here', message: 'There is no clip.', hint: 'Import it first.' } satisfies Problem;
      const version = latest.clip.version + 1;
      const clip_key = `${latest.clip.clip_key}-v${version}`;
      const added: ClipVersionView = {
        ...latest,
        clip: { ...latest.clip, clip_key, version },
        origin: 'edit',
        parent: latest.clip.version,
        made_by: world.start.library?.current_person?.name ?? null,
        file_name: 'terrace_edit.mp4',
        good_part: null,
      };
      world.versions.set(generation_id, [...(world.versions.get(generation_id) ?? []), added]);
      changed('clips');
      return {
        generation_id,
        version,
        clip_key,
        path: `clips/${one.row.brief_id}/${generation_id}_v${version}.mp4`,
        status: one.row.status,
        sign_off_voided: false,
      };
    },
  };
}
