/** Something fetched from the library and kept fresh: loading, there, or failed with words. */

import { asProblem, type Change, type Problem } from '$lib/ipc';
import { onLibraryChange } from './changes';

/** Changes come in bursts while clips are brought in; one fetch answers a burst. */
const SETTLE_MS = 150;

export class Loaded<Value> {
  value = $state.raw<Value | undefined>();
  problem = $state.raw<Problem | undefined>();
  loading = $state(false);

  readonly #fetch: () => Promise<Value>;
  #latest = 0;

  constructor(fetch: () => Promise<Value>) {
    this.#fetch = fetch;
  }

  /** Fetches again; an answer that was overtaken by a later one is dropped. */
  async reload(): Promise<void> {
    const turn = ++this.#latest;
    this.loading = true;
    try {
      const value = await this.#fetch();
      if (turn !== this.#latest) return;
      this.value = value;
      this.problem = undefined;
    } catch (thrown) {
      if (turn !== this.#latest) return;
      this.problem = asProblem(thrown);
    } finally {
      if (turn === this.#latest) this.loading = false;
    }
  }
}

/**
 * Fetches now, again whenever what `fetch` reads (its runes) changes, and again when the library changes.
 * Call it while a component is being set up.
 */
export function loaded<Value>(
  fetch: () => Promise<Value>,
  concerns: (change: Change) => boolean = () => true,
): Loaded<Value> {
  const resource = new Loaded(fetch);
  $effect(() => {
    // `reload` calls `fetch` before it waits for anything, so the runes read there are this effect's dependencies.
    void resource.reload();
  });
  $effect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    const stop = onLibraryChange((change) => {
      if (!concerns(change)) return;
      clearTimeout(settling);
      settling = setTimeout(() => void resource.reload(), SETTLE_MS);
    });
    return () => {
      clearTimeout(settling);
      stop();
    };
  });
  return resource;
}
