import { expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { router } from '$lib/state/router.svelte';

test('the Estimate screen is one key away', async () => {
  const { screen, keys } = await openWindow();
  await expect.element(screen.getByRole('navigation')).toBeVisible();
  await keys.keyboard('{Control>}6{/Control}');
  await expect.poll(() => router.current.screen).toBe('estimate');
  await expect.element(screen.getByRole('heading', { name: 'Estimate', exact: true })).toBeVisible();
  await expectAccessible();
});
