/** Clips whose preview or strip is still to be made in the background. */

import { ipc } from '$lib/ipc';
import { onLibraryChange } from './changes';

/** Progress of a preview comes many times a second; the number of clips changes rarely. */
const ASK_EVERY_MS = 500;

class Preparation {
  clips = $state(0);

  /** Follows the library that is open until the returned function is called. */
  follow(): () => void {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      waiting = undefined;
      ipc.clips_in_preparation().then(
        (clips) => (this.clips = clips),
        // No library is open any more, and so nothing is being prepared.
        () => (this.clips = 0),
      );
    };
    ask();
    const stop = onLibraryChange(() => {
      waiting ??= setTimeout(ask, ASK_EVERY_MS);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }
}

export const preparation = new Preparation();
