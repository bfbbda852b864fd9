import type { PreviewState } from '$lib/ipc';
import type { Route } from '$lib/state/router.svelte';
import { openWindow, type MockIpc } from './window';

import counter from './media/counter.mp4?url';
import counterIndex from './media/counter.index.json?url';

/** 49 frames at 24000/1001, with sound as far as anybody is told. */
const COUNTED: PreviewState = { state: 'ready', frame_count: 49, frame_rate: '24000/1001', width: 192, height: 108, audio: true, normalised: [] };

interface Options {
  /** Chosen takes in their order; the queue where none are. */
  generations?: string[];
  /** What was done to their pictures on the way. */
  normalised?: string[];
  prepare?: (shell: MockIpc) => void;
}

/** The review room over takes that all play the same clip. */
export async function openRoom({ generations, normalised = [], prepare }: Options = {}) {
  const at: Route = { screen: 'review', ...(generations ? { generations } : {}) };
  return openWindow({
    at,
    prepare(shell) {
      const original = shell.clip_detail.bind(shell);
      shell.clip_detail = async (args) => ({ ...(await original(args)), preview: { ...COUNTED, normalised } as PreviewState });
      const media = shell.media.bind(shell);
      shell.media = (base) => ({ ...media(base), preview: () => counter, previewIndex: () => counterIndex });
      prepare?.(shell);
    },
  });
}

/** The take that is judged. */
export const judged = () => document.querySelector('aside h2')?.textContent ?? '';

/** The takes that wait, in their order. */
export const waiting = (shell: MockIpc) =>
  shell.world.generations.filter(({ row, hold }) => row.status === 'review_pending' && !hold).map(({ row }) => row.generation_id);
