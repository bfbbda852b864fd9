/** The three verdicts of a decision as marks. */

import type { DecisionVerdict, VerdictView } from '$lib/ipc';
import type { Tone } from '$lib/words/labels';
import type { Verdict } from '$lib/words/verdict';

export const verdictTone: Record<DecisionVerdict, Tone> = { meets: 'good', cannot_be_judged: 'warn', does_not_meet: 'bad' };

export const verdictWords: Record<DecisionVerdict, string> = {
  meets: 'Holds',
  cannot_be_judged: 'Cannot be judged yet',
  does_not_meet: 'Does not hold',
};

/** Whether AI video is ready for production: `Not ready for production: the cost does not hold.` cut at its colon. */
export function standing({ verdict, says }: VerdictView): Verdict {
  const [short = says, ...rest] = says.split(': ');
  return { tone: verdictTone[verdict], short, sentence: rest.join(': ') };
}
