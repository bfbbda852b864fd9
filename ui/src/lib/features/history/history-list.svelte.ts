/** The moves around what is on screen, of a history of any length: read window by window, by key, and kept within a bound. */

import { asProblem, ipc, type HistoryOutline, type HistoryQuery, type HistoryRow, type Problem } from '$lib/ipc';
import { SvelteMap } from 'svelte/reactivity';

const WINDOWS_KEPT = 30;

export function everything(): HistoryQuery {
  return {
    generation_id: null,
    scope: { kind: 'library' },
    person_id: null,
    statuses: [],
    reasons: [],
    since: null,
    until: null,
    text: '',
  };
}

export class HistoryList {
  /** Null before the first answer. */
  outline = $state.raw<HistoryOutline | null>(null);
  problem = $state.raw<Problem | null>(null);
  readonly #windows = new SvelteMap<number, readonly HistoryRow[]>();
  #query = everything();
  #asked = new Set<number>();
  #turn = 0;

  total = $derived(this.outline?.total ?? 0);

  row(index: number): HistoryRow | undefined {
    const size = this.outline?.window ?? 1;
    return this.#windows.get(Math.floor(index / size))?.[index % size];
  }

  /** Another question, or the same one after the library changed: what is on screen stays until its answer is there. */
  async ask(query: HistoryQuery): Promise<void> {
    const turn = ++this.#turn;
    this.#query = query;
    try {
      const outline = await ipc.history_outline({ query });
      const from = outline.starts[0];
      const first = from === undefined ? [] : await ipc.history_page({ query, from });
      if (turn !== this.#turn) return;
      this.#windows.clear();
      this.#asked.clear();
      this.#windows.set(0, first);
      this.#asked.add(0);
      this.outline = outline;
      this.problem = null;
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asProblem(thrown);
    }
  }

  /** What is on screen now. */
  show(from: number, to: number): void {
    const { outline } = this;
    if (!outline) return;
    const [first, last] = [Math.floor(from / outline.window), Math.floor(Math.max(from, to - 1) / outline.window)];
    for (let place = first; place <= last; place += 1) void this.#fetch(outline, place, [first, last]);
  }

  async #fetch(outline: HistoryOutline, place: number, shown: readonly [number, number]): Promise<void> {
    const from = outline.starts[place];
    if (from === undefined || this.#asked.has(place)) return;
    this.#asked.add(place);
    const turn = this.#turn;
    try {
      const rows = await ipc.history_page({ query: this.#query, from });
      if (turn !== this.#turn) return;
      this.#windows.set(place, rows);
      for (const other of [...this.#windows.keys()]) {
        if (this.#windows.size <= WINDOWS_KEPT) break;
        if (other < shown[0] || other > shown[1]) {
          this.#windows.delete(other);
          this.#asked.delete(other);
        }
      }
    } catch (thrown) {
      this.#asked.delete(place);
      if (turn === this.#turn) this.problem = asProblem(thrown);
    }
  }
}
