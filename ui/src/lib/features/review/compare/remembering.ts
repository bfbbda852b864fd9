/** Keeps how takes of a brief are compared: taken up when the room opens, saved as it changes. */

import { asProblem, ipc, type BriefId, type CompareState } from '$lib/ipc';
import { app } from '$lib/state/app.svelte';
import type { ReviewRoom } from '../review-room.svelte';
import { arrange } from '../sitting';
import { layoutFor } from './layouts';

/** A drag of the wipe is one change. */
const SETTLE_MS = 500;

export class Remembering {
  readonly #room: ReviewRoom;
  /** What is known to be saved, by brief, as it was written. */
  readonly #saved = new Map<BriefId, string>();
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** What waits to be saved, and in which library. */
  #waiting: { library: string | undefined; brief: BriefId; state: CompareState } | null = null;
  #ready = false;

  constructor(room: ReviewRoom) {
    this.#room = room;
  }

  /** Takes up what was remembered of the brief on screen. Chosen takes stay as they were chosen; a queue has its layout again. */
  async takeUp(chosen: boolean): Promise<void> {
    this.leave();
    this.#ready = false;
    const room = this.#room;
    const brief = room.take?.brief_id;
    if (!brief) return;
    const opened = room.sitting;
    try {
      const state = await ipc.compare_state({ brief_id: brief });
      // Somebody was quicker than the library: what they do counts.
      if (room.sitting === opened && state) {
        room.compare.takeUp(state);
        const fits = state.layout > 1 && !chosen;
        if (fits) room.begin(arrange(opened, state.takes, layoutFor(state.layout), state.active));
        if (room.onScreen.length < 2) room.compare.mode = 'tiles';
      }
    } catch (thrown) {
      room.refusal = asProblem(thrown);
    }
    this.#saved.set(brief, JSON.stringify(this.#state()));
    this.#ready = true;
  }

  /** Call it whenever something of it changed. What is hidden and shuffled now is not how it is meant to come back. */
  changed(): void {
    const brief = this.#room.take?.brief_id;
    const state = this.#state();
    if (!this.#ready || !brief || this.#room.compare.blind) return;
    const text = JSON.stringify(state);
    const known = this.#saved.get(brief);
    if (known === undefined) this.#saved.set(brief, text);
    if (known === undefined || known === text) return;
    clearTimeout(this.#settling);
    this.#waiting = { library: app.library?.folder, brief, state };
    this.#settling = setTimeout(() => {
      this.leave();
    }, SETTLE_MS);
  }

  /** Saves what waits; in another library it has no place. */
  leave(): void {
    clearTimeout(this.#settling);
    const waiting = this.#waiting;
    this.#waiting = null;
    if (!waiting || waiting.library !== app.library?.folder) return;
    this.#saved.set(waiting.brief, JSON.stringify(waiting.state));
    ipc.keep_compare_state({ brief_id: waiting.brief, state: waiting.state }).catch((thrown: unknown) => {
      this.#room.refusal = asProblem(thrown);
    });
  }

  #state(): CompareState {
    const { sitting, compare } = this.#room;
    // One take alone is no comparison: which one it was is the queue's business.
    const takes = sitting.layout > 1 ? sitting.slots : [];
    return compare.remembered(takes, takes.length > 0 ? sitting.active : 0, sitting.layout);
  }
}
