/** The sample pilot: made where there is none yet, with its progress on whichever screen is shown, then opened. */

import { asProblem, ipc } from '$lib/ipc';
import { app } from './app.svelte';
import { work } from './work.svelte';

class Sample {
  #key = $state<string>();
  job = $derived(this.#key ? work.find(this.#key) : undefined);

  /** Opens it. Answers false where the person stopped it. */
  async open(): Promise<boolean> {
    try {
      const library = await work.run('Making the sample pilot', (key, progress) => {
        this.#key = key;
        return ipc.create_sample({ job_key: key }, progress);
      });
      await app.opened(library);
      return true;
    } catch (thrown) {
      if (asProblem(thrown).code === 'cancelled') return false;
      throw thrown;
    } finally {
      this.#key = undefined;
    }
  }
}

export const sample = new Sample();
