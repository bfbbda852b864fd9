/** A clip that can be played in a page test: 49 frames at 24000/1001, whole or only its first ones. */

import type { PreviewState } from '$lib/ipc';
import type { MockIpc } from './window';
import counter from './media/counter.mp4?url';
import counterIndex from './media/counter.index.json?url';

export const WHOLE = 49;
/** Where it can be cut: before a key frame. */
export const CUT = 24;

/** Its preview, whole or cut. */
export function countedPreview(frames: typeof WHOLE | typeof CUT): PreviewState {
  return { state: 'ready', frame_count: frames, frame_rate: '24000/1001', width: 192, height: 108, audio: false, normalised: ['scaled'] };
}

/** Lets the shell serve that clip for every clip, cut for those that `isCut` names. */
export async function countedMedia(isCut: (clipKey: string) => boolean = () => false): Promise<(shell: MockIpc) => void> {
  const index = (await (await fetch(counterIndex)).json()) as { frames: unknown[] };
  const shorter = JSON.stringify({ ...index, frames: index.frames.slice(0, CUT) });
  const cutIndex = URL.createObjectURL(new Blob([shorter], { type: 'application/json' }));
  return (shell) => {
    const media = shell.media('');
    shell.media = () => ({ ...media, preview: () => counter, previewIndex: (clipKey) => (isCut(clipKey) ? cutIndex : counterIndex) });
  };
}
