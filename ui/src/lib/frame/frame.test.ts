import { describe, expect, test } from 'vitest';
import { openWindow } from '../../test/window';
import { expectAccessible } from '../../test/axe';
import { router } from '$lib/state/router.svelte';

describe('the frame', () => {
  test('the rail leads to every screen and says which one is shown', async () => {
    const { screen } = await openWindow();
    await screen.getByRole('button', { name: 'Settings', exact: true }).click();
    expect(router.current.screen).toBe('settings');
    await expect.element(screen.getByRole('button', { name: 'Settings', exact: true })).toHaveAttribute('aria-current', 'page');
    await expectAccessible();
  });

  test('the status bar says which library is open and who is working', async () => {
    const { screen } = await openWindow();
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Sample pilot');
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Maya Lindqvist');
  });

  test('the status bar says how many clips are still being prepared', async () => {
    const { screen, shell } = await openWindow({
      prepare: (shell) => {
        shell.world.inPreparation = 12;
      },
    });
    const bar = screen.getByRole('contentinfo');
    await expect.element(bar).toHaveTextContent('Preparing 12 clips for review');
    shell.world.inPreparation = 0;
    shell.emit('library-changed', { what: 'clips' });
    await expect.element(bar).not.toHaveTextContent('Preparing');
  });

  test('? shows the keys of every command in the table', async () => {
    const { screen, keys } = await openWindow();
    await expect.element(screen.getByRole('navigation')).toBeVisible();
    await keys.keyboard('?');
    const card = screen.getByRole('dialog', { name: 'Keys' });
    await expect.element(card).toHaveTextContent('Find a command');
    await expectAccessible();
    await keys.keyboard('{Escape}');
    await expect.element(card).not.toBeInTheDocument();
  });

  test('the palette runs what was typed', async () => {
    const { screen, keys } = await openWindow();
    await expect.element(screen.getByRole('navigation')).toBeVisible();
    await keys.keyboard('{Control>}k{/Control}');
    await expect.element(screen.getByRole('dialog', { name: 'Find a command' })).toBeVisible();
    await expectAccessible();
    await keys.keyboard('clips{Enter}');
    await expect.poll(() => router.current.screen).toBe('clips');
  });

  test('a menu item does not take the place of a dialog that is open, and says so', async () => {
    const { screen, shell, keys } = await openWindow();
    await expect.element(screen.getByRole('article').first()).toBeVisible();
    shell.emit('menu-command', 'pilot.new');
    const dialog = screen.getByRole('dialog', { name: 'New pilot' });
    await dialog.getByLabelText('Name').fill('Half a pilot');
    shell.emit('menu-command', 'clips.import');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('A dialog is open: Import clips waits.');
    await expect.element(dialog.getByLabelText('Name')).toHaveValue('Half a pilot');
    await keys.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  });

  test('the palette opens a library that was opened before, and asks everything of it anew', async () => {
    const { screen, shell, keys } = await openWindow({
      prepare: (shell) => {
        const [, drive] = shell.world.start.recent;
        shell.world.start.recent = [...shell.world.start.recent, { ...drive!, key: 'recent-3', name: 'Harbour, autumn', folder: '/home/maya/Harbour', reachable: true }];
      },
    });
    const asked = () => shell.calls.filter(({ command }) => command === 'pilots').length;
    await expect.poll(asked).toBe(1);
    await keys.keyboard('{Control>}k{/Control}');
    const found = screen.getByRole('listbox', { name: 'Commands' });
    // Neither the one that is open nor one whose drive is away.
    await expect.element(found).toHaveTextContent('Open Harbour, autumn');
    await expect.element(found).not.toHaveTextContent('Open Sample pilot');
    await expect.element(found).not.toHaveTextContent('Open Nordlys Coffee');
    await keys.keyboard('harbour{Enter}');
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Harbour, autumn');
    await expect.poll(asked).toBe(2);
  });

  test('another library is opened and made by key, and one that cannot be opened leaves this one there', async () => {
    const { screen, shell, keys } = await openWindow();
    await expect.element(screen.getByRole('navigation')).toBeVisible();
    shell.failNext('open_library', { code: 'library_newer', message: 'This library was written by a newer Circletake.', hint: 'Update Circletake, then open it again.' });
    await keys.keyboard('{Control>}o{/Control}');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('newer Circletake. Update Circletake');
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Sample pilot');
    await keys.keyboard('{Control>}o{/Control}');
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Nordlys Coffee, spring');
    await keys.keyboard('{Control>}{Shift>}O{/Shift}{/Control}');
    await expect.element(screen.getByRole('dialog', { name: 'New library' })).toBeVisible();
  });
});
