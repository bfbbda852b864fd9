/** Who takes what is dropped on the window: the screen that has a use for it, else the import of clips. */

import { onMount } from 'svelte';
import type { ClipSelection } from '$lib/ipc';
import type { NoticeAction } from './notices.svelte';

/** What is said of a drop while files are held over the window. */
export interface DropWords {
  readonly title: string;
  readonly text: string;
}

/** Why nothing can be dropped now and what to do first. */
export interface DropRefusal extends DropWords {
  /** Does the first of it. */
  readonly action?: NoticeAction;
}

export interface DropTaker extends DropWords {
  /** Why it cannot take anything now; nothing where it can. */
  refusal?: () => DropRefusal | undefined;
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
