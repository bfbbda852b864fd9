import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { router } from '$lib/state/router.svelte';
import { app } from '$lib/state/app.svelte';

const at = { screen: 'settings' } as const;

describe('Settings', () => {
  test('a rate nobody said is unknown, and can be said', async () => {
    const { screen, shell } = await openWindow({ at });
    await expect.element(screen.getByRole('row', { name: /Ines Duarte Brand reviewer unknown/ })).toBeVisible();
    await screen.getByRole('button', { name: 'Edit Ines Duarte' }).click();
    await screen.getByLabelText('An hour costs (USD)').fill('75');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Save', exact: true }).click();
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

  test('a key can be changed, works at once, and is kept on this computer', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await screen.getByRole('button', { name: 'Change the key of Go to Clips' }).click();
    await expectAccessible();
    await keys.keyboard('{Alt>}c{/Alt}');
    await expect.element(screen.getByRole('button', { name: 'Reset the key of Go to Clips' })).toBeVisible();
    expect(shell.calls).toContainEqual({ command: 'set_keys', args: { keys: { 'go.clips': ['Alt+C'] } } });
    await keys.keyboard('{Control>}2{/Control}');
    expect(router.current.screen).toBe('settings');
    await keys.keyboard('{Alt>}c{/Alt}');
    await expect.poll(() => router.current.screen).toBe('clips');
  });

  test('a key that is taken says by what, and is only taken over when asked', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await screen.getByRole('button', { name: 'Change the key of Keep', exact: true }).click();
    await keys.keyboard('x');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('X is the key of Reject');
    await expectAccessible();
    await keys.keyboard('{Escape}');
    expect(shell.calls.some(({ command }) => command === 'set_keys')).toBe(false);
    await screen.getByRole('button', { name: 'Change the key of Keep', exact: true }).click();
    await keys.keyboard('x');
    await screen.getByRole('button', { name: 'Take it', exact: true }).click();
    expect(shell.calls).toContainEqual({ command: 'set_keys', args: { keys: { 'review.keep': ['X'], 'review.reject': [] } } });
    await screen.getByRole('button', { name: 'Use the keys the app came with' }).click();
    await expect.element(screen.getByRole('button', { name: 'Reset the key of Keep', exact: true })).not.toBeInTheDocument();
  });

  test('a key that could not be kept is not changed, and that is said', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    const full = { code: 'settings_not_saved', message: 'The settings could not be saved.', hint: 'Make room.' };
    shell.failNext('set_keys', full);
    await screen.getByRole('button', { name: 'Change the key of Go to Clips' }).click();
    await keys.keyboard('{Alt>}c{/Alt}');
    await expect.element(screen.getByText(full.message)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Reset the key of Go to Clips' })).not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'Dismiss' }).click();
    await screen.getByRole('button', { name: 'Change the key of Go to Clips' }).click();
    await keys.keyboard('{Alt>}c{/Alt}');
    await expect.element(screen.getByRole('button', { name: 'Reset the key of Go to Clips' })).toBeVisible();
    for (const reset of ['Reset the key of Go to Clips', 'Use the keys the app came with']) {
      shell.failNext('set_keys', full);
      await screen.getByRole('button', { name: reset }).click();
      await expect.element(screen.getByText(full.message)).toBeVisible();
      await expect.element(screen.getByRole('button', { name: 'Reset the key of Go to Clips' })).toBeVisible();
      await screen.getByRole('button', { name: 'Dismiss' }).click();
    }
  });

  test('a library nobody touched is said to be as it was written', async () => {
    const { screen } = await openWindow({ at });
    await screen.getByRole('button', { name: 'Look for tampering' }).click();
    await expect.element(screen.getByText('50 files, 150 moves and 450 rows are as they were written.')).toBeVisible();
  });

  test('of rows from before seals it is said that they are only as they were found', async () => {
    const { screen } = await openWindow({
      at,
      prepare: ({ world }) => {
        world.verified = { ...world.verified, as_found: { rows: 1240, on: '2026-11-20T08:37:00.000000Z' } };
      },
    });
    await screen.getByRole('button', { name: 'Look for tampering' }).click();
    await expect.element(screen.getByText(/^1,240 rows were there before rows were sealed \(.+\); they are as they were found then\.$/)).toBeVisible();
    await expectAccessible();
  });

  test('tampering is named by table and row, with what was expected and what was found', async () => {
    const { screen } = await openWindow({
      at,
      prepare: ({ world }) => {
        world.verified = {
          ...world.verified,
          intact: false,
          tampering: [
            { code: 'file_changed', table: 'files', id: 'clips/gen_1_v1.mp4', message: 'The bytes are not those that came in.', expected: 'ab', found: 'cd' },
          ],
        };
      },
    });
    await screen.getByRole('button', { name: 'Look for tampering' }).click();
    await expect.element(screen.getByText('1 thing was changed outside Circletake.')).toBeVisible();
    await expect.element(screen.getByText('files: clips/gen_1_v1.mp4')).toBeVisible();
    await expect.element(screen.getByText('expected ab')).toBeVisible();
    await expectAccessible();
  });

  test('a backup says that it is being written, then where it lies', async () => {
    let end: () => void = () => undefined;
    const { screen } = await openWindow({
      at,
      prepare: (shell) => {
        const { backup } = shell;
        shell.backup = async (progress) => {
          progress({ done: 0, total: 0, subject: '/home/maya/Backups' });
          await new Promise<void>((resolve) => (end = resolve));
          return backup(progress);
        };
      },
    });
    await screen.getByRole('button', { name: 'Back up the library', exact: true }).click();
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Backing up the library …');
    end();
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

  test('a gate opens when the table says so, and the shipped table comes back', async () => {
    const { screen, shell } = await openWindow({ at });
    await screen.getByRole('checkbox', { name: 'Likeness rights: Always' }).click();
    expect(shell.world.desk.rules.find(({ gate }) => gate === 'likeness_rights')?.condition).toMatchObject({ always: true, high_risk: true });
    await screen.getByRole('button', { name: 'Back to the shipped table' }).click();
    await expect.element(screen.getByRole('checkbox', { name: 'Likeness rights: Always' })).not.toBeChecked();
  });

  test('a brand has a checklist of its own', async () => {
    const { screen, shell } = await openWindow({ at });
    await screen.getByLabelText('Checklist of').selectOptions('Norrland');
    await screen.getByLabelText('Ask also').fill('Is the logo off?');
    await screen.getByRole('button', { name: 'Add the line' }).click();
    await screen.getByRole('button', { name: 'Ask no longer: Is the rim of the mug blue?' }).click();
    await expect.poll(() => shell.world.desk.checklists[1]?.lines.map((line) => line.body)).toEqual(['Is the logo off?']);
  });

  test('a passphrase is set twice alike, and taken away', async () => {
    const { screen, shell } = await openWindow({ at });
    await screen.getByRole('button', { name: 'Set the passphrase of Ines Duarte' }).click();
    await screen.getByLabelText('New passphrase').fill('tea at dusk');
    await screen.getByRole('button', { name: 'Set', exact: true }).click();
    await expect.element(screen.getByText('These are two different ones.')).toBeVisible();
    await screen.getByLabelText('Once more').fill('tea at dusk');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Set', exact: true }).click();
    await expect.element(screen.getByRole('row', { name: /Ines Duarte.*A passphrase/ })).toBeVisible();
    expect(shell.world.desk.passphrases.get('pe_0003')).toBe('tea at dusk');
  });
});
