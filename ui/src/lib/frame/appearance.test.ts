import { describe, expect, test } from 'vitest';
import { openWindow } from '../../test/window';
import { expectAccessible } from '../../test/axe';
import type { Appearance } from '$lib/ipc';
import { app } from '$lib/state/app.svelte';
import type { Route } from '$lib/state/router.svelte';

const screens: Route[] = [
  { screen: 'pilots' },
  { screen: 'pilot', id: 'pl_0001' },
  { screen: 'estimate', tab: 'calculator' },
  { screen: 'prices' },
  { screen: 'settings' },
];
const looks: Appearance[] = ['dark', 'light'];

describe.each(looks)('in the %s appearance', (look) => {
  test.each(screens)('$screen is readable and named', async (at) => {
    const { screen } = await openWindow({
      at,
      prepare: ({ world }) => {
        world.start.appearance = look;
      },
    });
    await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.element(screen.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expectAccessible();
    await app.setAppearance('dark');
  });
});

test('the key always changes what is seen, also where the system chose it', async () => {
  const { screen, keys } = await openWindow({
    prepare: ({ world }) => {
      world.start.appearance = 'system';
    },
  });
  await expect.element(screen.getByRole('navigation')).toBeVisible();
  const seen = window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  const other = seen === 'light' ? 'dark' : 'light';
  await keys.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  await expect.poll(() => app.appearance).toBe(other);
  await keys.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  await expect.poll(() => app.appearance).toBe(seen);
  await app.setAppearance('dark');
});
