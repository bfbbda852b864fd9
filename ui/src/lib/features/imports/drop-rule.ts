/** What becomes of files that are dropped on the window as it is now. */

import type { DropRefusal, DropTaker, DropWords } from '$lib/state/drops.svelte';

export interface WindowNow {
  /** Whether a library is open. */
  library: boolean;
  readOnly: boolean;
  /** Open dialogs. */
  modals: number;
  /** The screen that has a use for them. */
  taker: DropTaker | undefined;
}

export type DropAnswer =
  | ({ kind: 'refuse' } & DropRefusal)
  | ({ kind: 'take'; taker: DropTaker } & DropWords)
  | ({ kind: 'import' } & DropWords);

/** A drop never takes the place of what somebody is in the middle of, and never does nothing without a word. */
export function dropAnswer({ library, readOnly, modals, taker }: WindowNow): DropAnswer {
  if (!library) {
    return {
      kind: 'refuse',
      title: 'No library is open',
      text: 'Clips come into a library. Open one or make a new one, then drop them again.',
    };
  }
  if (modals > 0) {
    return {
      kind: 'refuse',
      title: 'A dialog is open',
      text: 'Finish or close it, then drop the files again. What is typed in it stays.',
    };
  }
  if (readOnly) {
    return {
      kind: 'refuse',
      title: 'This library cannot be written',
      text: 'Another program holds it. Close that, then drop the clips again.',
    };
  }
  if (!taker) {
    return {
      kind: 'import',
      title: 'Drop to import',
      text: 'Clips, or folders of clips. You choose the brief next; nothing is brought in before that.',
    };
  }
  const refusal = taker.refusal?.();
  return refusal ? { kind: 'refuse', ...refusal } : { kind: 'take', taker, title: taker.title, text: taker.text };
}
