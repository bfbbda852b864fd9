/** The mock's side of the Clips screen: filter, sort, facets, one clip whole. */

import type { ClipDetail, ClipFacets, ClipFilter, ClipRow, ClipSort, FacetCount, TimeView } from '../types';
import type { MockGeneration } from './generations';

type Field = 'briefs' | 'models' | 'statuses' | 'reasons';

function valueOf(row: ClipRow, field: Field): string | null {
  if (field === 'briefs') return row.brief_id;
  if (field === 'models') return row.model;
  if (field === 'statuses') return row.status;
  return row.reason;
}

const FIELDS: Field[] = ['briefs', 'models', 'statuses', 'reasons'];

function passes({ row, pilotId }: MockGeneration, filter: ClipFilter, leaveOut?: Field): boolean {
  if (filter.pilot && filter.pilot !== pilotId) return false;
  if (filter.flagged && row.flags.length === 0) return false;
  for (const field of FIELDS) {
    const wanted: string[] = filter[field];
    if (field !== leaveOut && wanted.length > 0 && !wanted.includes(valueOf(row, field) ?? '')) return false;
  }
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const haystack = `${row.generation_id} ${row.brief_id} ${row.model ?? ''} ${row.reason ?? ''}`.toLowerCase();
  return words.every((word) => haystack.includes(word));
}

export function filtered(generations: MockGeneration[], filter: ClipFilter, sort: ClipSort): ClipRow[] {
  const rows = generations.filter((one) => passes(one, filter)).map((one) => one.row);
  if (sort === 'newest') return rows.reverse();
  if (sort === 'cost') return rows.sort((a, b) => Number(b.cost ?? -1) - Number(a.cost ?? -1));
  if (sort === 'status') return rows.sort((a, b) => a.status.localeCompare(b.status));
  return rows;
}

export function facets(generations: MockGeneration[], filter: ClipFilter): ClipFacets {
  const counted = (field: Field): FacetCount[] => {
    const counts = new Map<string, number>();
    for (const one of generations) {
      const value = valueOf(one.row, field);
      if (value && passes(one, filter, field)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  };
  return {
    briefs: counted('briefs'),
    models: counted('models'),
    statuses: counted('statuses'),
    reasons: counted('reasons'),
  };
}

/** All of it in one sitting, on the day the attempt was made. */
const sittingsOf = ({ row }: MockGeneration, minutes: number): TimeView['sittings'] => [{ since: row.created_at, minutes: minutes.toFixed(2) }];

export function timeOf(one: MockGeneration): TimeView[] {
  const of = (kind: TimeView['kind'], minutes: number): TimeView[] =>
    minutes > 0 ? [{ person_id: 'pe_0001', person_name: 'Maya Lindqvist', kind, minutes: minutes.toFixed(2), corrected: one.corrected, sittings: sittingsOf(one, minutes) }] : [];
  return [...of('review', one.reviewMinutes), ...of('editing', one.editingMinutes)];
}

export function detail(one: MockGeneration): ClipDetail {
  const { row } = one;
  const frames = row.clip ? Math.round((row.clip.duration_ms * 24) / 1000) : 0;
  return {
    row,
    pilot_id: one.pilotId,
    facts: row.clip
      ? {
          container: 'mov,mp4,m4a,3gp,3g2,mj2',
          duration_us: row.clip.duration_ms * 1000,
          frame_count: frames,
          frame_rate: '24/1',
          variable_frame_rate: false,
          width: 1920,
          height: 1080,
          display_width: 1920,
          display_height: 1080,
          rotation: 0,
          codec: 'h264',
          profile: 'High',
          pixel_format: 'yuv420p',
          bit_depth: 8,
          color: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', range: 'tv' },
          hdr: false,
          alpha: false,
          audio: null,
          bytes: 4_812_331,
          blake3: 'b'.repeat(64),
        }
      : null,
    file_name: row.clip ? `${row.generation_id}_v1.mp4` : null,
    preview: row.clip
      ? {
          state: 'ready',
          frame_count: frames,
          frame_rate: '24/1',
          width: 960,
          height: 540,
          audio: false,
          normalised: ['scaled'],
        }
      : { state: 'none' },
    brief_goal: 'Morning light over the lake house terrace, coffee being poured, for the autumn collection.',
    must_include: ['the blue mug with the white rim', 'steam', 'wooden table'],
    must_avoid: ['faces', 'text', 'other brands'],
    prompt:
      'A 6 second social b-roll clip for Instagram Reel. Scene: a terrace over a lake in morning light, coffee poured into a blue mug. ' +
      'Camera: slow push-in. No text overlays, no logos, no recognisable public figures.',
    error_message: row.clip ? null : 'The provider answered: content policy, prompt refused.',
    good_part: one.goodPart,
    hold: one.hold,
    time: timeOf(one),
    review_minutes: one.reviewMinutes.toFixed(2),
    editing_minutes: one.editingMinutes.toFixed(2),
    history: one.past
      .map((past, index) => ({
        at: row.created_at,
        person_id: 'pe_0001',
        person_name: 'Maya Lindqvist',
        from: past.status,
        to: one.past[index + 1]?.status ?? row.status,
        reason: row.reason,
        reasons: row.reason ? [row.reason] : [],
        note: null,
        undoes: false,
      }))
      .reverse(),
  };
}
