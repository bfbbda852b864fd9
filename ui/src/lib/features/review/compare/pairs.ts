/** Which two takes are compared next. */

import type { GenerationId, PairAnswerView, PersonId } from '$lib/ipc';

/** Whether this person has said something of these two, whichever stood first. */
function isAnswered(answers: readonly PairAnswerView[], person: PersonId, one: GenerationId, other: GenerationId): boolean {
  return answers.some(
    ({ a, b, person_id }) => person_id === person && ((a === one && b === other) || (a === other && b === one)),
  );
}

/** The first two takes, in their order, of which this person has said nothing yet; null when every pair is answered. */
export function nextPair(
  takes: readonly GenerationId[],
  answers: readonly PairAnswerView[],
  person: PersonId,
): [GenerationId, GenerationId] | null {
  for (const [index, one] of takes.entries()) {
    for (const other of takes.slice(index + 1)) if (!isAnswered(answers, person, one, other)) return [one, other];
  }
  return null;
}

/** How many pairs so many takes make, and of how many of them this person has said something. */
export function pairProgress(takes: readonly GenerationId[], answers: readonly PairAnswerView[], person: PersonId): { done: number; all: number } {
  let done = 0;
  for (const [index, one] of takes.entries()) {
    for (const other of takes.slice(index + 1)) if (isAnswered(answers, person, one, other)) done++;
  }
  return { done, all: (takes.length * (takes.length - 1)) / 2 };
}
