/** The page's only way to the shell. Import `ipc` and types from here, and nothing from below. */

import type { Ipc } from './contract';

export type { ChosenColumns, Events, Ipc, LogMapping, MediaAddresses, OnProgress } from './contract';
export { asProblem } from './problem';
export * from './types';

/** The connected client; set once by [`connect`] before the first screen, and by tests. */
export let ipc: Ipc;

export function connect(client: Ipc): void {
  ipc = client;
}
