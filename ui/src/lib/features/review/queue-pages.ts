/** A queue as the library hands it out: page by page, and again whenever something changed in it. */

import { ipc, type GenerationId, type Scope } from '$lib/ipc';
import { queueRequest, type QueueChoice, type QueueCounts } from './queue-choice';
import { begin, indexOf, leave, type Sitting, type Take } from './sitting';

/** Takes fetched at once; most queues are shorter. */
const PAGE = 300;
/** The library hands out no more at once. */
const LONGEST_PAGE = 1000;
/** With fewer than this left behind the one on screen, the next page is fetched. */
export const NEAR_THE_END = 50;

/** What is reviewed: the queue of a scope, or these generations in this order. */
export type Subject = { scope: Scope } | { generations: readonly GenerationId[] };

export interface Fetched {
  takes: readonly Take[];
  /** Whether the list goes on behind these. */
  more: boolean;
  counts: QueueCounts;
}

/** The takes of a queue behind one of them, or from its head; at least so many where there are as many. */
export async function fetchQueue(choice: QueueChoice, scope: Scope, atLeast: number, after: GenerationId | null): Promise<Fetched> {
  const limit = Math.min(LONGEST_PAGE, Math.max(PAGE, atLeast + NEAR_THE_END));
  const { takes, more, ...counts } = await ipc.review_queue({ request: queueRequest(choice, scope, after, limit) });
  return { takes, more, counts };
}

/** The sitting with takes that are new at its end and without those that left the list; what was judged here stays away. */
export function merged(sitting: Sitting, judged: readonly Take[], stays: ReadonlySet<GenerationId>, { takes, more }: Fetched): Sitting {
  const waiting = new Set(takes.map((take) => take.generation_id));
  const known = new Set([...sitting.takes, ...judged].map((take) => take.generation_id));
  // Behind the end of an unfinished page nothing is known to be gone.
  const end = more ? indexOf(sitting, takes.at(-1)?.generation_id) : sitting.takes.length;
  const gone = sitting.takes.slice(0, Math.max(0, end)).filter((take) => !waiting.has(take.generation_id) && !stays.has(take.generation_id));
  const added = takes.filter((take) => !known.has(take.generation_id));
  const rest = gone.reduce((left, take) => leave(left, take.generation_id), sitting);
  const all = [...rest.takes, ...added];
  return rest.slots.length > 0 ? { ...rest, takes: all } : begin(all, rest.layout, rest.chosen);
}
