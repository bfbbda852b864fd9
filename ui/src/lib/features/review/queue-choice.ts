/** Which list a person judges from: whose takes, of which brief, in which state and order. */

import type { BriefId, GenerationId, PersonId, QueueList, QueueOrder, QueueRequest, ReviewQueue, Scope } from '$lib/ipc';

export interface QueueChoice {
  readonly list: QueueList;
  readonly order: QueueOrder;
  /** Whose queue: only the takes of briefs this person has judged in or holds a take of. Null is everybody's. */
  readonly mine: PersonId | null;
  /** Only of this brief; null is all of the scope. */
  readonly brief: BriefId | null;
}

export type QueueCounts = Omit<ReviewQueue, 'takes' | 'more'>;

export const FIRST_CHOICE: QueueChoice = { list: 'pending', order: 'oldest_first', mine: null, brief: null };

export function queueRequest(choice: QueueChoice, scope: Scope, after: GenerationId | null, limit: number): QueueRequest {
  const narrowed: Scope = choice.brief === null ? scope : { kind: 'brief', id: choice.brief };
  return { scope: narrowed, mine: choice.mine, list: choice.list, order: choice.order, after, limit };
}
