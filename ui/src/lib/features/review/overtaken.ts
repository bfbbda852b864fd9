/** Somebody else was first: who and when, in the words of the screen. */

import { ipc, type ClipDetail, type GenerationId, type Problem } from '$lib/ipc';
import { moment } from '$lib/words/format';
import { reasonLabel, statusLabel } from '$lib/words/labels';

/** The same refusal as people say it; as it came where it is about something else, or where nothing more is known. */
export async function inWords(problem: Problem, id: GenerationId, name: string): Promise<Problem> {
  if (!['status_conflict', 'undo_overtaken', 'held'].includes(problem.code)) return problem;
  try {
    return worded(problem, await ipc.clip_detail({ generation_id: id }), name);
  } catch {
    // What was refused is said in any case, in the words it came in.
    return problem;
  }
}

export function worded(problem: Problem, { history, hold }: ClipDetail, name: string): Problem {
  if (problem.code === 'held') return hold ? { ...problem, message: `${hold.person_name} holds ${name} since ${moment(hold.at)}.` } : problem;
  const last = history[0];
  if (!last) return problem;
  const by = last.person_name ?? 'Circletake itself';
  const why = last.reasons.length > 0 ? ` (${last.reasons.map((reason) => reasonLabel[reason].toLowerCase()).join(', ')})` : '';
  const now = `“${statusLabel[last.to]}”${why}, by ${by}, ${moment(last.at)}`;
  return problem.code === 'undo_overtaken'
    ? { ...problem, message: `${name} moved on since: it is ${now}.` }
    : { ...problem, message: `Somebody was first: ${name} is ${now}. What you said was not recorded.`, hint: 'It has left what waits; it stands in the list of what is judged.' };
}
