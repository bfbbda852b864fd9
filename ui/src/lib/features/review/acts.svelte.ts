/** What was done in this sitting: sent in its order, and taken back the latest first. */

import { asProblem, ipc, type GenerationId, type PersonId, type Problem, type Status } from '$lib/ipc';
import { DecisionLine } from './decisions';
import { backWords, deedWords, isDecision, type Deed } from './deeds';
import type { Subject } from './queue-pages';
import type { Take } from './sitting';

export interface Act {
  readonly take: Take;
  /** Where it stood in the list. */
  readonly index: number;
  readonly deed: Deed;
  /** The list that was judged from, as it was opened. */
  readonly table: Subject;
}

/** A take whose last decision or hold is taken back. */
interface TakenBack {
  readonly id: GenerationId;
  readonly status: Status;
}

export class Acts {
  /** Those that stand, latest last. */
  all = $state.raw<readonly Act[]>([]);
  /** The last thing that was done or taken back, and to which take. */
  said = $state.raw<{ readonly generation_id: GenerationId; readonly words: string } | null>(null);
  latest = $derived(this.all.at(-1));
  readonly #line = new DecisionLine();
  /** What turned out not to be done. */
  readonly #failed = new WeakSet<Act>();
  readonly #counted: (deed: Deed, by: 1 | -1) => void;

  /** `counted` hears of each before the library does, and when it no longer stands. */
  constructor(counted: (deed: Deed, by: 1 | -1) => void) {
    this.#counted = counted;
  }

  /** Whether something is still being saved. */
  get busy(): boolean {
    return this.#line.busy;
  }

  /** The takes that were decided on at this table. */
  decidedAt(table: Subject): Take[] {
    return this.all.filter((act) => act.table === table && isDecision(act.deed)).map((act) => act.take);
  }

  /** Does it; answers why it could not be done. */
  async do(act: Act, send: (take: Take) => Promise<unknown>): Promise<Problem | null> {
    this.#add(act);
    this.said = { generation_id: act.take.generation_id, words: deedWords(act.deed) };
    try {
      await this.#line.add(() => send(act.take));
      return null;
    } catch (thrown) {
      this.#failed.add(act);
      this.#remove(act);
      this.said = null;
      return asProblem(thrown);
    }
  }

  /** Takes the latest back; null where it turned out not to be done. */
  async undoLatest(act: Act, person: PersonId): Promise<TakenBack | null> {
    // Gone at once, so that the next press is about what was done before it.
    this.#remove(act);
    try {
      const back = await this.#line.add(() => this.#reverse(act, person));
      if (back) this.said = { generation_id: back.id, words: act.deed.kind === 'let_go' ? 'is held again' : backWords(back.status) };
      return back;
    } catch (thrown) {
      this.#add(act);
      throw thrown;
    }
  }

  /** Takes back a decision of another sitting: on this take, or else this person's last. */
  async undoOlder(id: GenerationId | null, person: PersonId): Promise<TakenBack> {
    const back = await this.#line.add(() => decisionTakenBack(id, person));
    this.said = { generation_id: back.id, words: backWords(back.status) };
    return back;
  }

  async #reverse(act: Act, person: PersonId): Promise<TakenBack | null> {
    const { generation_id: id, status } = act.take;
    if (this.#failed.has(act)) return null;
    if (isDecision(act.deed)) return decisionTakenBack(id, person);
    if (act.deed.kind === 'hold') await ipc.let_go({ generation_id: id });
    else await ipc.hold({ generation_id: id, person_id: person });
    return { id, status };
  }

  #add(act: Act): void {
    this.all = [...this.all, act];
    this.#counted(act.deed, 1);
  }

  #remove(act: Act): void {
    if (!this.all.includes(act)) return;
    this.all = this.all.filter((other) => other !== act);
    this.#counted(act.deed, -1);
  }
}

async function decisionTakenBack(id: GenerationId | null, person: PersonId): Promise<TakenBack> {
  const result = id ? await ipc.undo_on({ generation_id: id, person_id: person }) : await ipc.undo({ person_id: person });
  return { id: result.generation_id, status: result.to };
}
