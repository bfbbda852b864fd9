/** What people do with the takes on the table: lay them out, swap, nudge, hide what made them, say which is better. */

import { asProblem, ipc, type CompareMode, type PairAnswer, type PairTally, type PersonId } from '$lib/ipc';
import type { ReviewRoom } from '../review-room.svelte';
import { arrange, begin, bring, lay, look, rivals, type Take } from '../sitting';
import { restored, shuffled } from './blind';
import { nextLayout } from './layouts';
import { nextPair, pairProgress } from './pairs';

export class Comparing {
  /** What was said of the pairs of the brief on screen. */
  tally = $state.raw<PairTally | null>(null);
  /** The last thing that happened, for people who do not see it. */
  said = $state('');
  readonly #room: ReviewRoom;
  /** The order takes had before they were shuffled. */
  #order: readonly string[] = [];

  constructor(room: ReviewRoom) {
    this.#room = room;
  }

  /** Whether there are two to compare. */
  get canCompare(): boolean {
    return this.#room.sitting.takes.length > 1;
  }

  /** The takes of the pair, in the order an answer names them; null unless exactly two are looked at. */
  get pair(): readonly [Take, Take] | null {
    const { compare, onScreen } = this.#room;
    const [one, other] = compare.merged || compare.mode === 'flip' ? compare.pair.map((slot) => onScreen[slot]) : onScreen;
    const two = compare.mode !== 'tiles' || onScreen.length === 2;
    return two && one && other ? [one, other] : null;
  }

  nextLayout(): void {
    const { compare, sitting } = this.#room;
    if (compare.mode === 'tiles') this.#room.relay(lay(sitting, nextLayout(sitting.layout, sitting.takes.length)));
    else this.#goOn(() => (compare.mode = 'tiles'));
    this.#tell();
  }

  /** Shows a take by its number, on the frame that is shown. */
  show(index: number): void {
    const { compare, sitting, sources } = this.#room;
    const take = sources[index];
    if (!take) return;
    if (sitting.layout === 1) this.#room.relay(bring(sitting, take.generation_id));
    else {
      const [first, second] = compare.pair;
      if (!compare.pair.includes(index)) {
        // The take that was looked at stays as the other of the pair.
        compare.pair = sitting.active === second ? [second, index] : [first, index];
        this.#room.carried = true;
      }
      this.#room.relay(look(sitting, index));
    }
    this.#tell();
  }

  /** A/B: the other of the pair, on the same frame; where both are in one picture they change places. */
  flip(): void {
    const { compare } = this.#room;
    if (compare.merged) {
      this.#goOn(() => {
        compare.swap();
      });
      return;
    }
    // From side by side the first press takes the looked-at one to full size; from then on, and from one alone, they swap.
    const swap = compare.mode === 'flip' || this.#room.sitting.layout === 1;
    this.#beTwo();
    if (compare.mode !== 'flip') this.#goOn(() => (compare.mode = 'flip'));
    if (swap) this.#room.relay(look(this.#room.sitting, this.#other()));
    this.#tell();
  }

  /** Wipe, overlay, difference; the same again leads back to all side by side. */
  toggle(mode: CompareMode): void {
    this.#beTwo();
    this.#goOn(() => {
      this.#room.compare.toggle(mode);
    });
    this.#tell();
  }

  nudge(frames: number): void {
    const { compare, take } = this.#room;
    if (!take) return;
    compare.nudge(take.generation_id, frames);
    this.said = `${this.#room.nameOf(take)} nudged ${compare.nudges.get(take.generation_id) ?? 0} frames`;
  }

  nudgeOff(): void {
    this.#room.compare.nudges.clear();
    this.said = 'In sync by start of file';
  }

  hearNext(): void {
    const { seen, audible, compare } = this.#room;
    const next = seen[(seen.findIndex((take) => take === audible) + 1) % seen.length];
    if (!next) return;
    compare.audible = next.generation_id;
    this.said = `${this.#room.nameOf(next)} is heard`;
  }

  /** Hides model, prompt and price and shuffles; again, and all is as it was. */
  toggleBlind(): void {
    const room = this.#room;
    const { compare, sitting } = room;
    const unveils = compare.blind;
    const takes = unveils ? restored(sitting.takes, this.#order) : shuffled(sitting.takes, Math.random);
    if (unveils) compare.show();
    else {
      this.#order = sitting.takes.map((take) => take.generation_id);
      compare.hide(takes.map((take) => take.generation_id));
      compare.making = false;
    }
    const begun = begin(takes, sitting.layout, sitting.chosen);
    // Whoever judged without knowing wants to see what *these* were, not whichever come first in the list.
    room.begin(unveils ? arrange(begun, sitting.slots, sitting.layout, sitting.active) : begun);
    this.said = compare.blind ? 'Blind: model, prompt and price are hidden, the order is shuffled' : 'Model, prompt and price are shown again';
    if (unveils) void this.#unveil();
  }

  /** Records which of the pair is better, and brings up the next pair of the brief that this person has said nothing of. */
  async answer(person: PersonId, answer: PairAnswer): Promise<void> {
    const { compare } = this.#room;
    const pair = this.pair;
    if (!pair) return;
    const [a, b] = pair.map((take) => take.generation_id) as [string, string];
    try {
      await ipc.judge_pair({ request: { a, b, person_id: person, answer, blind: compare.blind } });
      await this.count();
    } catch (thrown) {
      this.#room.refusal = asProblem(thrown);
      return;
    }
    const answers = this.tally?.answers ?? [];
    const takes = this.pairTakes;
    const next = nextPair(takes, answers, person);
    if (next) {
      compare.pair = [0, 1];
      this.#room.begin(arrange(this.#room.sitting, next, 2));
    }
    const { done, all } = pairProgress(takes, answers, person);
    this.said = next ? `Saved. Pair ${done + 1} of ${all}` : `Saved. All ${all} pairs are answered`;
  }

  /** Once nothing is hidden any more, what was said is shown. */
  async #unveil(): Promise<void> {
    await this.count();
    if (this.pair && this.tally && this.tally.answers.length > 0) this.#room.compare.making = true;
  }

  /** Reads what was said of the pairs of the brief on screen. */
  async count(): Promise<void> {
    const brief = this.#room.take?.brief_id;
    if (!brief) return;
    try {
      this.tally = await ipc.pair_tally({ brief_id: brief });
    } catch (thrown) {
      this.#room.refusal = asProblem(thrown);
    }
  }

  /** The takes that are compared pair by pair: those that compete with the one that is judged. */
  get pairTakes(): string[] {
    return rivals(this.#room.sitting).map((take) => take.generation_id);
  }

  /** Sees to it that a pair is on screen, with the take that is judged in it. */
  #beTwo(): void {
    const room = this.#room;
    if (room.onScreen.length < 2) room.relay(lay(room.sitting, 2));
    const { active, slots } = room.sitting;
    const [first, second] = room.compare.pair;
    const fits = first !== second && slots[first] !== undefined && slots[second] !== undefined;
    if (fits && (first === active || second === active)) return;
    const other = active === 0 ? 1 : active - 1;
    room.compare.pair = active < other ? [active, other] : [other, active];
  }

  #other(): number {
    const [first, second] = this.#room.compare.pair;
    return this.#room.sitting.active === first ? second : first;
  }

  /** Changes what is seen of the takes on screen, at the moment that is shown. */
  #goOn(change: () => void): void {
    this.#room.carried = true;
    change();
  }

  #tell(): void {
    const { compare, onScreen, take } = this.#room;
    const [one, other] = this.pair?.map((side) => this.#room.nameOf(side)) ?? [];
    const words: Record<CompareMode, string> = {
      tiles: onScreen.length > 1 ? `${onScreen.length} takes side by side` : take ? this.#room.nameOf(take) : '',
      flip: take ? `${this.#room.nameOf(take)} of ${one ?? ''} and ${other ?? ''}` : '',
      wipe: `Wipe: ${one ?? ''} and, beyond the line, ${other ?? ''}`,
      overlay: `Overlay: ${other ?? ''} over ${one ?? ''}`,
      difference: `Difference of ${one ?? ''} and ${other ?? ''}`,
    };
    this.said = words[compare.mode];
  }
}
