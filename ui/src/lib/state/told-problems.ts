/** What went wrong in the shell beside what was asked of it: said as notices, because no command answers with it. */

import { ipc } from '$lib/ipc';
import { notices } from './notices.svelte';

/** Begins to listen, and says what went wrong before; called once at start. */
export function listenForProblems(): () => void {
  const stop = ipc.on('problem-told', () => void say());
  void say();
  return stop;
}

async function say(): Promise<void> {
  try {
    for (const problem of await ipc.problems()) notices.problem(problem);
  } catch (thrown) {
    notices.problem(thrown);
  }
}
