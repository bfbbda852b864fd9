/** The one meter of working time: review, editing and brand review are measured alike. */

import { onMount } from 'svelte';
import { commands } from '$lib/commands';
import { ipc, type GenerationId, type WorkKind } from '$lib/ipc';
import { windowClock } from '$lib/player/clock';
import { app } from '$lib/state/app.svelte';
import { ActiveTime } from './active-time';

/**
 * Measures the time of whoever is working, for as long as the calling component is there. `subject` names the generation that is worked
 * on, and null while its picture is not there: time begins with the first painted frame.
 */
export function useActiveTime(work: WorkKind, subject: () => GenerationId | null): void {
  // A sitting begins when a person sits down at the screen and ends when they leave it.
  const sitting = crypto.randomUUID();
  const time = new ActiveTime(windowClock, (generation_id, person_id, microseconds) =>
    ipc.add_time({ generation_id, person_id, work, microseconds, sitting }),
  );
  onMount(() => {
    ipc.review_settings().then(
      ({ idle_seconds }) => {
        time.idleSeconds = idle_seconds;
      },
      // Twenty seconds stand until the library says otherwise.
      () => undefined,
    );
  });
  $effect(() => time.attend());
  $effect(() => {
    const generation = subject();
    if (generation !== null && app.person && !app.readOnly) time.watch(generation, app.person.id);
    else time.leave();
  });
  $effect(() => {
    time.covered(commands.modals > 0);
  });
}
