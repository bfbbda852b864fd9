/** Keeps how takes of a brief are compared: taken up when the brief comes on screen, saved as it changes. */

import { asProblem, ipc, type BriefId, type CompareState } from '$lib/ipc';
import { app } from '$lib/state/app.svelte';
import { untrack } from 'svelte';
import type { ReviewRoom } from '../review-room.svelte';
import { arrange, lay, look, type Sitting } from '../sitting';
import { layoutFor } from './layouts';

/** A drag of the wipe is one change. */
const SETTLE_MS = 500;

export class Remembering {
  readonly #room: ReviewRoom;
  /** What is remembered of the briefs that were on screen; null is nothing. */
  readonly #known = new Map<BriefId, CompareState | null>();
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** What waits to be saved, and in which library. */
  #waiting: { library: string | undefined; brief: BriefId; state: CompareState } | null = null;
  /** The brief that was taken up, and from which list laid on the table. */
  #brief: BriefId | null = null;
  #opened = 0;
  /** How it stood when it was taken up or last told; null while it is not taken up. */
  #text: string | null = null;

  constructor(room: ReviewRoom) {
    this.#room = room;
  }

  /**
   * Call it whenever something of it may have changed. Another brief on screen is taken up as it was left; what changes of this one is
   * saved. Takes that were chosen stay as they were chosen.
   */
  follow(chosen: boolean): void {
    const { opened } = this.#room;
    const brief = this.#onScreen();
    const state = this.#state();
    const { blind } = this.#room.compare;
    untrack(() => {
      if (opened !== this.#opened || brief !== this.#brief) void this.#takeUp(brief, opened, chosen);
      // What is hidden and shuffled now is not how it is meant to come back.
      else if (!blind) this.#changed(state);
    });
  }

  /** Saves what waits; in another library it has no place. */
  leave(): void {
    clearTimeout(this.#settling);
    const waiting = this.#waiting;
    this.#waiting = null;
    if (!waiting || waiting.library !== app.library?.folder) return;
    ipc.keep_compare_state({ brief_id: waiting.brief, state: waiting.state }).catch((thrown: unknown) => {
      this.#room.refusal = asProblem(thrown);
    });
  }

  /** The brief that was taken up as long as one of its takes is seen: looking from one take to another takes up nothing. */
  #onScreen(): BriefId | null {
    const { onScreen, take } = this.#room;
    return onScreen.some((one) => one.brief_id === this.#brief) ? this.#brief : (take?.brief_id ?? null);
  }

  async #takeUp(brief: BriefId | null, opened: number, chosen: boolean): Promise<void> {
    const room = this.#room;
    const again = opened !== this.#opened;
    this.leave();
    this.#text = null;
    this.#brief = brief;
    this.#opened = opened;
    if (!brief) return;
    if (room.compare.blind) {
      this.#text = JSON.stringify(this.#state());
      return;
    }
    // Nothing of the brief before is left, whatever is remembered of this one.
    room.compare.reset();
    const untouched = this.#look();
    const state = await this.#read(brief);
    if (state === undefined || this.#brief !== brief || this.#opened !== opened) return;
    this.#text = '';
    // Somebody was quicker than the library: what they do counts.
    if (this.#look() !== untouched) this.#changed(this.#state());
    else {
      if (state) this.#apply(state, chosen, again);
      this.#text = JSON.stringify(this.#state());
    }
  }

  #apply(state: CompareState, chosen: boolean, again: boolean): void {
    const room = this.#room;
    room.compare.takeUp(state);
    const laid = chosen ? room.sitting : asLeft(room.sitting, state, again);
    if (laid.slots.join() !== room.sitting.slots.join()) room.begin(laid);
    if (room.onScreen.length < 2) room.compare.mode = 'tiles';
    else room.compare.pairAs(state.pair, room.sitting.slots);
  }

  /** Nothing remembered is null; what could not be read is undefined, and is not written over. */
  async #read(brief: BriefId): Promise<CompareState | null | undefined> {
    const known = this.#known.get(brief);
    if (known !== undefined) return known;
    try {
      const state = await ipc.compare_state({ brief_id: brief });
      this.#known.set(brief, state);
      return state;
    } catch (thrown) {
      this.#room.refusal = asProblem(thrown);
      return undefined;
    }
  }

  #changed(state: CompareState): void {
    const text = JSON.stringify(state);
    if (!this.#brief || this.#text === null || text === this.#text) return;
    this.#text = text;
    this.#known.set(this.#brief, state);
    clearTimeout(this.#settling);
    this.#waiting = { library: app.library?.folder, brief: this.#brief, state };
    this.#settling = setTimeout(() => {
      this.leave();
    }, SETTLE_MS);
  }

  #state(): CompareState {
    const { sitting, compare } = this.#room;
    // One take alone is no comparison: which one it was is the queue's business.
    const takes = sitting.layout > 1 ? sitting.slots : [];
    return compare.remembered(takes, takes.length > 0 ? sitting.active : 0, sitting.layout);
  }

  /** All of it but which takes they are. */
  #look(): string {
    return JSON.stringify(this.#room.compare.remembered([], 0, this.#room.sitting.layout));
  }
}

/** A list just laid on the table begins with the takes that were compared; later the take that came up is among them. */
function asLeft(sitting: Sitting, state: CompareState, again: boolean): Sitting {
  const layout = layoutFor(state.layout);
  const active = sitting.slots[sitting.active];
  const among = active !== undefined && state.takes.includes(active);
  if (layout === 1 || !(again || among)) return again ? sitting : lay(sitting, layout);
  const laid = arrange(sitting, state.takes, layout, state.active);
  return again || active === undefined ? laid : look(laid, laid.slots.indexOf(active));
}
