/** One subscription to what the shell reports as changed, shared by everything that shows library data. */

import { ipc, type Change } from '$lib/ipc';

type Listener = (change: Change) => void;

const listeners = new Set<Listener>();

/** Begins to listen; called once at start. */
export function listenForChanges(): () => void {
  return ipc.on('library-changed', (change) => {
    for (const listener of [...listeners]) listener(change);
  });
}

/** Calls the listener for every change until the returned function is called. */
export function onLibraryChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
