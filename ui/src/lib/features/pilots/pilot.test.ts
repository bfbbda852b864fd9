import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { router } from '$lib/state/router.svelte';

const at = { screen: 'pilot', id: 'pl_0001' } as const;

describe('the page of a pilot', () => {
  test('reads the worked numbers: 16 %, 6.25, $41.25, $66.00, 37.5 minutes', async () => {
    const { screen } = await openWindow({ at });
    const numbers = screen.getByRole('region', { name: 'The numbers' });
    for (const number of ['$41.25', '16 %', '6.25', '$66.00', '37.5', '$330.00', '3 failed']) {
      await expect.element(numbers).toHaveTextContent(number);
    }
    await expect.element(numbers).toHaveTextContent('Even at the upper end of the interval, $79.16');
    await expectAccessible();
  });

  test('the rejection chart is walked with the arrow keys and leads to the clips', async () => {
    const { screen, keys } = await openWindow({ at });
    const first = screen.getByRole('button', { name: /^Artifact or distortion 9:/ });
    await expect.element(first).toHaveAttribute('tabindex', '0');
    (first.element() as SVGElement).focus();
    await keys.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(screen.getByRole('button', { name: /^Product detail wrong 5:.*77 % with those above/ })).toHaveFocus();
    await keys.keyboard('{Enter}');
    expect(router.current).toEqual({ screen: 'clips', filter: { pilot: 'pl_0001', reasons: ['product_detail_wrong'] } });
  });

  test('hovering a bar says its values', async () => {
    const { screen } = await openWindow({ at });
    await screen.getByRole('button', { name: /^Usable 8:/ }).hover();
    await expect.element(screen.getByText(/8 of 50, 6 fewer than kept by creative/)).toBeVisible();
  });

  test('both charts can be read as tables', async () => {
    const { screen } = await openWindow({ at });
    await expect.element(screen.getByRole('button', { name: 'Table' }).first()).toBeVisible();
    for (const button of screen.getByRole('button', { name: 'Table' }).all()) await button.click();
    await expect.element(screen.getByRole('table', { name: 'Rejection reasons' })).toHaveTextContent('Artifact or distortion');
    await expect.element(screen.getByRole('table', { name: 'Attempts by status' })).toHaveTextContent('Waits for review');
    await expectAccessible();
  });

  test('costs that are not known are named, with the way to complete them', async () => {
    const { screen } = await openWindow({
      at,
      prepare: (shell) => {
        for (const one of shell.world.generations.slice(0, 3)) one.row = { ...one.row, cost: null, cost_basis: null };
      },
    });
    await expect.element(screen.getByText(/The model cost of 3 attempts is unknown/)).toBeVisible();
    await expectAccessible();
  });

  test('a pilot without attempts says how to fill it', async () => {
    const { screen } = await openWindow({ at: { screen: 'pilot', id: 'pl_0002' } });
    await expect.element(screen.getByText('No generation yet')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Import clips' })).toBeEnabled();
    await expectAccessible();
  });

  test('nothing usable yet reads as too early to tell', async () => {
    const { screen } = await openWindow({
      at,
      prepare: (shell) => {
        for (const one of shell.world.generations) one.row = { ...one.row, status: 'review_pending', reason: null };
      },
    });
    await expect.element(screen.getByText(/None of 50 attempts is usable yet/)).toBeVisible();
    await expect.element(screen.getByText('Nothing has been rejected or sent back yet.')).toBeVisible();
  });
});
