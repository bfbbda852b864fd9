import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../App.svelte';
import { connect } from '$lib/ipc';
import { mockIpc, type MockIpc, type MockOptions } from '$lib/ipc/mock';
import { dialogs } from '$lib/state/dialogs.svelte';
import { notices } from '$lib/state/notices.svelte';
import { router, type Route } from '$lib/state/router.svelte';

export type { MockIpc };

interface WindowOptions extends MockOptions {
  at?: Route;
  prepare?: (shell: MockIpc) => void;
  /** The page is as high as the window, as in the app; else it is as high as what it shows. */
  fills?: boolean;
}

/** The whole page over a mock shell, opened at a screen. */
export async function openWindow(options: WindowOptions = {}) {
  const { at, prepare, fills = false, ...mock } = options;
  const shell: MockIpc = mockIpc(mock);
  prepare?.(shell);
  connect(shell);
  notices.clear();
  dialogs.close();
  router.reset();
  if (at) router.go(at);
  const screen = await render(App);
  if (fills) screen.container.id = 'app';
  await expect.element(screen.getByRole('main')).toBeInTheDocument();
  return { shell, screen, keys: userEvent };
}

/** The takes of the sample pilot that have a clip, in their order. */
export function takesWithClips(): string[] {
  return mockIpc({})
    .world.generations.filter(({ row }) => row.clip)
    .map(({ row }) => row.generation_id);
}
