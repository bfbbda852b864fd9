/** The rows around what is on screen, of a list of any length: fetched page by page, kept within a bound, stale answers dropped. */

import { asProblem, type ClipPage, type ClipRow, type Problem } from '$lib/ipc';
import { SvelteMap } from 'svelte/reactivity';
import type { Range } from './grid-layout';

/** Rows asked for at once. */
export const PAGE = 120;
const PAGES_KEPT = 50;
const AT_ONCE = 2;

type Fetch = (offset: number, limit: number) => Promise<ClipPage>;

interface Page {
  rows: readonly ClipRow[];
  edition: number;
}

export class ClipWindow {
  /** How many rows there are in all; null before the first answer. */
  total = $state.raw<number | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The rows on screen are still those of the question before. */
  stale = $state(false);

  readonly #pages = new SvelteMap<number, Page>();
  #fetch: Fetch | null = null;
  #edition = 0;
  #oldestShown = 0;
  #wanted: number[] = [0];
  #underWay = new Map<number, number>();

  /** The row at a place, where it is loaded. */
  row(index: number): ClipRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.rows[index % PAGE];
  }

  /** Another question: what is on screen stays until its first answer is there. */
  ask(fetch: Fetch): void {
    this.#fetch = fetch;
    this.#edition++;
    this.#oldestShown = this.#edition;
    this.#wanted = [0];
    this.stale = true;
    this.#fill();
  }

  /** The same question again: the library changed. */
  refresh(): void {
    if (!this.#fetch) return;
    this.#edition++;
    this.#fill();
  }

  /** What is on screen now; pages nobody looks at any more are not asked for. */
  show({ from, to }: Range): void {
    const first = Math.floor(from / PAGE);
    const last = Math.floor(Math.max(from, to - 1) / PAGE);
    this.#wanted = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
    this.#fill();
  }

  /** The ids at these places, fetched where they are not loaded, in the order asked for. */
  async idsAt(indices: readonly number[]): Promise<string[]> {
    const fetch = this.#fetch;
    if (!fetch) return [];
    const pages = new Map<number, readonly ClipRow[]>();
    for (const key of new Set(indices.map((index) => Math.floor(index / PAGE)))) {
      const kept = this.#pages.get(key);
      const current = kept && kept.edition >= this.#oldestShown;
      pages.set(key, current ? kept.rows : (await fetch(key * PAGE, PAGE)).rows);
    }
    return indices.flatMap((index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE]?.generation_id ?? []);
  }

  #isFresh(key: number): boolean {
    return this.#pages.get(key)?.edition === this.#edition || this.#underWay.get(key) === this.#edition;
  }

  #fill(): void {
    const fetch = this.#fetch;
    if (!fetch) return;
    const current = [...this.#underWay.values()].filter((edition) => edition === this.#edition).length;
    for (const key of this.#wanted.filter((page) => !this.#isFresh(page)).slice(0, Math.max(0, AT_ONCE - current))) {
      void this.#load(fetch, key, this.#edition);
    }
  }

  async #load(fetch: Fetch, key: number, edition: number): Promise<void> {
    this.#underWay.set(key, edition);
    try {
      const page = await fetch(key * PAGE, PAGE);
      if (edition === this.#edition) this.#take(key, page, edition);
    } catch (thrown) {
      if (edition !== this.#edition) return;
      this.problem = asProblem(thrown);
      this.#wanted = this.#wanted.filter((page) => page !== key);
    } finally {
      if (this.#underWay.get(key) === edition) this.#underWay.delete(key);
    }
    this.#fill();
  }

  #take(key: number, page: ClipPage, edition: number): void {
    this.problem = null;
    this.stale = false;
    this.total = page.total;
    for (const [other, { edition: theirs }] of [...this.#pages]) {
      const beforeThisQuestion = theirs < this.#oldestShown;
      const agedAndUnseen = theirs < edition && !this.#wanted.includes(other);
      if (beforeThisQuestion || agedAndUnseen) this.#pages.delete(other);
    }
    this.#pages.delete(key);
    this.#pages.set(key, { rows: page.rows, edition });
    for (const other of [...this.#pages.keys()]) {
      if (this.#pages.size <= PAGES_KEPT) break;
      if (!this.#wanted.includes(other)) this.#pages.delete(other);
    }
  }
}
