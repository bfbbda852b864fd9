import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';

describe('first start', () => {
  test('offers the sample pilot, a new library, an open one, and those opened before', async () => {
    const { screen } = await openWindow({ closed: true });
    for (const name of ['Explore the sample pilot', 'New library', 'Open a library']) {
      await expect.element(screen.getByRole('button', { name })).toBeEnabled();
    }
    await expect.element(screen.getByRole('button', { name: /Nordlys Coffee, spring.*Connect its drive/ })).toBeDisabled();
    await expectAccessible();
  });

  test('makes the sample pilot while its progress shows, then opens it', async () => {
    const { screen } = await openWindow({ closed: true });
    await screen.getByRole('button', { name: 'Explore the sample pilot' }).click();
    await expect.element(screen.getByRole('progressbar')).toBeVisible();
    await expectAccessible();
    await expect.element(screen.getByRole('heading', { name: 'Pilots' })).toBeVisible();
  });

  test('cancelling the sample pilot leads back to the choice, and is no error', async () => {
    const { screen } = await openWindow({
      closed: true,
      prepare: (shell) => {
        shell.holdWork();
      },
    });
    await screen.getByRole('button', { name: 'Explore the sample pilot' }).click();
    await screen.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(screen.getByRole('button', { name: 'New library' })).toBeVisible();
    expect(screen.getByRole('alert').elements()).toHaveLength(0);
  });

  test('a new library asks for its name and its currency, then for the folder', async () => {
    const { screen, shell } = await openWindow({ closed: true });
    await screen.getByRole('button', { name: 'New library' }).click();
    await expect.element(screen.getByRole('button', { name: 'Choose the folder' })).toBeDisabled();
    await screen.getByLabelText('Name').fill('Nordlys Coffee');
    await screen.getByLabelText('Currency').selectOptions('EUR');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Choose the folder' }).click();
    await expect.element(screen.getByText('No pilot yet')).toBeVisible();
    expect(shell.calls).toContainEqual({ command: 'create_library', args: { name: 'Nordlys Coffee', currency: 'EUR' } });
  });

  test('a library that cannot be opened says why and what to do', async () => {
    const { screen, shell } = await openWindow({ closed: true });
    shell.failNext('open_library', {
      code: 'library_newer',
      message: 'This library was written by a newer Circletake.',
      hint: 'Update Circletake, then open it again.',
    });
    await screen.getByRole('button', { name: 'Open a library' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('newer Circletake. Update Circletake');
  });
});
