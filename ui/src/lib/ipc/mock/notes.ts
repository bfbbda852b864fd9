/** Notes on frames, out of memory. */

import type { Commands } from '../client';
import type { NoteText, NoteView, Problem } from '../types';
import type { MockGeneration } from './generations';
import type { World } from './world';

type NoteCommands = Pick<
  Commands,
  'notes' | 'find_notes' | 'add_note' | 'edit_note' | 'delete_note' | 'carry_notes_over' | 'note_drafts' | 'keep_note_drafts' | 'export_notes'
>;

/** Which version of its clip a note is on: the current one where nothing is said. */
function versionOf(world: World, row: MockGeneration['row'], clipKey: string | null): number {
  const earlier = world.desk.earlier.get(row.generation_id)?.find(({ clip_key }) => clip_key === clipKey);
  return earlier?.version ?? row.clip?.version ?? 1;
}

export function noteCommands(world: World, find: (id: string) => MockGeneration, changed: (what: 'notes') => void): NoteCommands {
  const on = (id: string) =>
    world.notes.filter((note) => note.generation_id === id).sort((a, b) => a.text.range.first - b.text.range.first);
  const says = (text: NoteText): void => {
    if (text.body.trim() || text.strokes.length > 0) return;
    throw { code: 'invalid', message: 'Note: it says nothing and nothing is drawn.', hint: 'Correct the value and try again.' } satisfies Problem;
  };
  return {
    notes: ({ generation_id }) => Promise.resolve(on(generation_id)),
    find_notes: ({ scope, words }) => {
      const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
      const within = ({ brief_id }: NoteView) =>
        scope.kind === 'library' || scope.id === (scope.kind === 'brief' ? brief_id : world.briefPilots.get(brief_id));
      return Promise.resolve(
        world.notes.filter((note) => within(note) && wanted.every((word) => note.text.body.toLowerCase().includes(word))),
      );
    },
    add_note: async ({ request }) => {
      const { row } = find(request.generation_id);
      says(request.text);
      const note: NoteView = {
        key: `note-${world.notes.length + 1}`,
        generation_id: row.generation_id,
        brief_id: row.brief_id,
        clip_key: request.clip_key ?? row.clip?.clip_key ?? '',
        version: versionOf(world, row, request.clip_key),
        frame_rate: '24/1',
        person_id: request.person_id,
        person_name: world.people.find(({ id }) => id === request.person_id)?.name ?? '',
        text: request.text,
        carried_from: null,
        created_at: '2026-11-20T10:00:00Z',
        edited_at: null,
      };
      world.notes = [...world.notes, note];
      changed('notes');
      return note;
    },
    edit_note: async ({ key, text }) => {
      says(text);
      world.notes = world.notes.map((note) => (note.key === key ? { ...note, text, edited_at: '2026-11-20T10:05:00Z' } : note));
      changed('notes');
      return world.notes.find((note) => note.key === key) as NoteView;
    },
    delete_note: ({ key }) => {
      world.notes = world.notes.filter((note) => note.key !== key);
      changed('notes');
      return Promise.resolve(null);
    },
    carry_notes_over: ({ generation_id }) => {
      const clip = find(generation_id).row.clip;
      const former = on(generation_id).filter((note) => note.clip_key !== clip?.clip_key);
      const carried = former.map((note) => ({
        ...note,
        key: `${note.key}-carried`,
        clip_key: clip?.clip_key ?? '',
        version: clip?.version ?? 1,
        carried_from: note.key,
      }));
      world.notes = [...world.notes, ...carried];
      changed('notes');
      return Promise.resolve([...carried, ...former]);
    },
    note_drafts: ({ person_id }) => Promise.resolve(world.noteDrafts.get(person_id) ?? []),
    keep_note_drafts: ({ person_id, drafts }) => {
      world.noteDrafts.set(person_id, drafts);
      return Promise.resolve(null);
    },
    export_notes: () =>
      Promise.resolve({ folder: '/home/maya/Documents/notes', notes: world.notes.length, stills: world.notes.length, without_still: [] }),
  };
}
