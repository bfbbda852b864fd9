/** The mock's side of the History screen. */

import type { Ipc } from '../contract';
import type { HistoryQuery, HistoryRow } from '../types';
import type { World } from './world';

type HistoryCommands = Pick<Ipc, 'history_outline' | 'history_page' | 'export_history'>;

const WINDOW = 200;

/** One move for every generation: where it stands now. */
function movesOf(world: World): HistoryRow[] {
  const [maya] = world.people;
  return world.generations
    .map(({ row }, index): HistoryRow => ({
      key: String(index + 1),
      line: `${maya?.name ?? 'Maya'} moved ${row.generation_id} to ${row.status.replaceAll('_', ' ')}`,
      at: row.created_at,
      person_id: maya?.id ?? null,
      person_name: maya?.name ?? null,
      actor: 'person',
      generation_id: row.generation_id,
      brief_id: row.brief_id,
      from: 'review_pending',
      to: row.status,
      reasons: row.reason ? [row.reason] : [],
      note: null,
      undoes: false,
      content_hash: 'a'.repeat(64),
      hash: 'b'.repeat(64),
      host: 'studio-1',
      clock_was_at: null,
    }))
    .reverse();
}

function matching(world: World, query: HistoryQuery): HistoryRow[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  return (world.moves ?? movesOf(world)).filter(
    (move) =>
      (query.generation_id === null || move.generation_id === query.generation_id) &&
      (query.scope.kind !== 'brief' || move.brief_id === query.scope.id) &&
      (query.person_id === null || move.person_id === query.person_id) &&
      (query.statuses.length === 0 || query.statuses.includes(move.to)) &&
      (query.reasons.length === 0 || move.reasons.some((reason) => query.reasons.includes(reason))) &&
      (query.since === null || move.at >= query.since) &&
      (query.until === null || move.at < query.until) &&
      words.every((word) => `${move.generation_id} ${move.note ?? ''} ${move.person_name ?? ''}`.toLowerCase().includes(word)),
  );
}

export function history(world: World): HistoryCommands {
  return {
    history_outline: ({ query }) => {
      const found = matching(world, query);
      return Promise.resolve({
        total: found.length,
        window: WINDOW,
        starts: found.filter((_, index) => index % WINDOW === 0).map(({ key }) => key),
      });
    },
    history_page: ({ query, from }) => {
      const found = matching(world, query);
      const first = found.findIndex(({ key }) => key === from);
      return Promise.resolve(found.slice(first, first + WINDOW));
    },
    export_history: ({ format }) => Promise.resolve(`/home/maya/Documents/circletake-history.${format}`),
  };
}
