/** The lists of the review room, out of memory. */

import type { QueueRequest, ReviewQueue } from '../types';
import type { MockGeneration } from './generations';

export function queueOf(generations: MockGeneration[], { list, order, mine, after, limit }: QueueRequest): ReviewQueue {
  const waits = ({ row }: MockGeneration) => row.status === 'review_pending';
  const pending = generations.filter((one) => waits(one) && !one.hold);
  const held = generations.filter((one) => waits(one) && one.hold && (mine === null || one.hold.person_id === mine));
  const judged = generations.filter((one) => !waits(one) && one.row.status !== 'generation_failed');
  const rejected = generations.filter(({ row }) => row.reason !== null);
  const other = rejected.filter(({ row }) => row.reason === 'other');
  if (order === 'flagged_first') pending.sort((a, b) => b.row.flags.length - a.row.flags.length);
  const wanted = { pending, held, judged }[list];
  const from = after === null ? 0 : wanted.findIndex(({ row }) => row.generation_id === after) + 1;
  return {
    takes: wanted.slice(from, from + limit).map(({ row, hold }) => ({
      generation_id: row.generation_id,
      brief_id: row.brief_id,
      clip: row.clip,
      status: row.status,
      flags: row.flags,
      held_by: hold?.person_name ?? null,
      held_at: hold?.at ?? null,
    })),
    more: from + limit < wanted.length,
    pending: pending.length,
    held: held.length,
    judged: judged.length,
    rejected: rejected.length,
    rejected_other: other.length,
    other_too_high: rejected.length >= 10 && other.length * 10 > rejected.length,
  };
}
