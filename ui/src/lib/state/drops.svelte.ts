/** Who takes what is dropped on the window: the screen that has a use for it, else the import of clips. */

import { onMount } from 'svelte';
import type { ClipSelection } from '$lib/ipc';

export interface DropTaker {
  /** Said while files are held over the window. */
  readonly title: string;
  readonly text: string;
  take: (selection: ClipSelection) => void;
}

class Drops {
  #takers = $state.raw<readonly DropTaker[]>([]);

  taker: DropTaker | undefined = $derived(this.#takers.at(-1));

  add(taker: DropTaker): () => void {
    this.#takers = [...this.#takers, taker];
    return () => {
      this.#takers = this.#takers.filter((other) => other !== taker);
    };
  }
}

export const drops = new Drops();

/** Takes what is dropped for as long as the calling component is there. */
export function takeDrops(taker: DropTaker): void {
  onMount(() => drops.add(taker));
}
