/** The app was started once more while it runs: what was asked for is opened here, but never over what somebody is in the middle of. */

import { commands } from '$lib/commands';
import { ipc, type AskedFor } from '$lib/ipc';
import { app } from './app.svelte';
import { notices } from './notices.svelte';
import { sample } from './sample.svelte';
import { work } from './work.svelte';

/** Begins to listen, and looks whether there was a later start before; called once at start. */
export function listenForLaterStarts(): () => void {
  const stop = ipc.on('library-asked-for', () => void answer());
  void answer();
  return stop;
}

async function answer(): Promise<void> {
  try {
    const asked = await ipc.asked_for();
    if (!asked) return;
    const busy = commands.modals > 0 || work.jobs.length > 0;
    if (!busy) await open(asked);
    else {
      const what = asked.what === 'sample' ? 'The sample pilot' : `The library ${asked.folder}`;
      notices.ask(`${what} was asked for by a later start. Opening it closes this one and stops what runs in it.`, {
        label: 'Open it here',
        run: () => void open(asked).catch((thrown: unknown) => notices.problem(thrown)),
      });
    }
  } catch (thrown) {
    notices.problem(thrown);
  }
}

async function open(asked: AskedFor): Promise<void> {
  if (asked.what === 'sample') {
    if (!(await sample.open())) return;
  } else await app.opened(await ipc.open_asked_for());
  if (app.library) notices.done(`${app.library.name} is open here now.`);
}
