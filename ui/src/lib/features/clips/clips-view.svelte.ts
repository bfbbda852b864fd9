/** What the Clips screen shows and what is chosen in it; kept while other screens are open. */

import { ipc, type ClipFilter, type ClipSort, type GenerationId } from '$lib/ipc';
import { notices } from '$lib/state/notices.svelte';
import { untrack } from 'svelte';
import { ClipWindow } from './clip-window.svelte';
import { nothingSelected, reach, selectOnly, selectReach, toggle } from './selection';

/** The facets a person can tick. */
export type Facet = 'statuses' | 'reasons' | 'models' | 'briefs';

const EVERYTHING: ClipFilter = {
  pilot: null,
  briefs: [],
  models: [],
  statuses: [],
  reasons: [],
  flagged: false,
  search: '',
};

export class ClipsView {
  filter = $state.raw<ClipFilter>(EVERYTHING);
  sort = $state.raw<ClipSort>('newest');
  selection = $state.raw(nothingSelected);
  /** The tile the keys act on. */
  active = $state(0);
  scrollTop = $state(0);
  readonly window = new ClipWindow();

  isFiltered = $derived(JSON.stringify(this.filter) !== JSON.stringify(EVERYTHING));
  /** What Enter opens: the selection, or else the tile the keys act on. */
  chosen: readonly GenerationId[] = $derived(
    this.selection.ids.length > 0 ? this.selection.ids : [this.window.row(this.active)?.generation_id ?? []].flat(),
  );

  constructor(filter: Partial<ClipFilter> = {}) {
    this.filter = { ...EVERYTHING, ...filter };
  }

  /** Fetches the rows of the filter and the sort as they are now. */
  ask(): void {
    const [filter, sort] = [this.filter, this.sort];
    // Whoever calls this in an effect depends on the question, not on the answers that come in.
    untrack(() => {
      this.window.ask((offset, limit) => ipc.clip_page({ filter, sort, offset, limit }));
    });
  }

  narrow(change: Partial<ClipFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.#backToTop();
  }

  tick(facet: Facet, value: string): void {
    const ticked: readonly string[] = this.filter[facet];
    const values = ticked.includes(value) ? ticked.filter((other) => other !== value) : [...ticked, value];
    this.narrow({ [facet]: values });
  }

  showAll(): void {
    this.filter = EVERYTHING;
    this.#backToTop();
  }

  order(sort: ClipSort): void {
    this.sort = sort;
    this.#backToTop();
  }

  /** A click, or the same from the keyboard: Shift reaches from the last plain one, Ctrl adds or takes out. */
  async choose(index: number, how: { shift: boolean; ctrl: boolean }): Promise<void> {
    this.active = index;
    const id = this.window.row(index)?.generation_id;
    const { anchor } = this.selection;
    if (how.shift && anchor !== null) {
      await this.#reachTo(index, anchor);
    } else if (id) {
      this.selection = how.ctrl ? toggle(this.selection, id, index) : selectOnly(id, index);
    }
  }

  /** What lies between may have to be fetched first; where that fails, the selection stays as it was. */
  async #reachTo(index: number, anchor: number): Promise<void> {
    const before = this.selection;
    try {
      const ids = await this.window.idsAt(reach(anchor, index));
      if (this.selection === before) this.selection = selectReach(before, ids);
    } catch (thrown) {
      notices.problem(thrown);
    }
  }

  clear(): void {
    this.selection = nothingSelected;
  }

  #backToTop(): void {
    this.active = 0;
    this.scrollTop = 0;
    this.selection = nothingSelected;
  }
}
