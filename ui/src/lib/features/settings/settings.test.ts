import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { app } from '$lib/state/app.svelte';

const at = { screen: 'settings' } as const;

describe('Settings', () => {
  test('a rate nobody said is unknown, and can be said', async () => {
    const { screen, shell } = await openWindow({ at });
    await expect.element(screen.getByRole('row', { name: /Ines Duarte Brand reviewer unknown/ })).toBeVisible();
    await screen.getByRole('button', { name: 'Edit Ines Duarte' }).click();
    await screen.getByLabelText('An hour costs (USD)').fill('75');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByRole('row', { name: /Ines Duarte Brand reviewer \$75\.00/ })).toBeVisible();
    expect(shell.calls.find(({ command }) => command === 'update_person')?.args).toMatchObject({ id: 'pe_0003', hourly_rate: '75', active: true });
  });

  test('checking the library names what is wrong, and mends it when asked', async () => {
    const { screen } = await openWindow({ at });
    await screen.getByRole('button', { name: 'Check the library' }).click();
    await expect.element(screen.getByText('2 things need mending.')).toBeVisible();
    await expect.element(screen.getByText('The poster of this clip is missing.')).toBeVisible();
    await expectAccessible();
    await screen.getByRole('button', { name: 'Mend them' }).click();
    await expect.element(screen.getByText('2 findings, all mended.')).toBeVisible();
  });

  test('a backup says where it lies', async () => {
    const { screen } = await openWindow({ at });
    await screen.getByRole('button', { name: 'Back up the library' }).click();
    await expect.element(screen.getByText(/The backup is written to/)).toBeVisible();
  });

  test('the appearance changes at once and is kept', async () => {
    const { screen, shell } = await openWindow({ at });
    await screen.getByText('For a bright room').click();
    expect(document.documentElement.dataset['appearance']).toBe('light');
    expect(shell.calls).toContainEqual({ command: 'set_appearance', args: { appearance: 'light' } });
    await expectAccessible();
    await app.setAppearance('dark');
  });

  test('a library that another program holds says so and offers nothing that would write', async () => {
    const { screen } = await openWindow({
      at,
      prepare: ({ world }) => {
        if (world.start.library) world.start.library = { ...world.start.library, read_only: true };
      },
    });
    await expect.element(screen.getByText(/Another program has this library open/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Add a person' })).toBeDisabled();
    await expectAccessible();
  });
});
