import { describe, expect, test } from 'vitest';
import { openWindow, type MockIpc } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { app } from '$lib/state/app.svelte';
import { router } from '$lib/state/router.svelte';
import { minutesError } from './edit-desk.svelte';

const at = { screen: 'edit' } as const;

/** The brand sent one clip back; two were kept for edit. */
function withOneSentBack({ world }: MockIpc): void {
  const one = world.generations.find(({ row }) => row.status === 'brand_review');
  if (one) one.row = { ...one.row, status: 'needs_revision', reason: 'brand_mismatch' };
}

describe('Edit', () => {
  test('what the brand sent back comes first, with who said what', async () => {
    const { screen } = await openWindow({ at, prepare: withOneSentBack });
    await expect.element(screen.getByText('3 clips wait for an editor.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /Sent back: brand mismatch/ })).toHaveAttribute('aria-current', 'true');
    await expect.element(screen.getByText('The logo on the cup is last year’s.')).toBeVisible();
    await expect.element(screen.getByText('Good part: Frames 12 to 96, 3.5 s')).toBeVisible();
    await expectAccessible();
    await app.setAppearance('light');
    await expectAccessible();
    await app.setAppearance('dark');
  });

  test('an edited version comes in by its key, stands beside the original, and done passes it on with its minutes', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await expect.element(screen.getByText('Original').first()).toBeVisible();
    await keys.keyboard('a');
    await expect.element(screen.getByText('Version 2 is in.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /Version 2, edited by Maya Lindqvist/ })).toHaveAttribute('aria-pressed', 'true');
    await expect.element(screen.getByText(/made of version 1/)).toBeVisible();
    // Beside the original, then alone.
    expect(screen.getByRole('figure').elements()).toHaveLength(2);
    await keys.keyboard('c');
    await expect.poll(() => screen.getByRole('figure').elements()).toHaveLength(1);
    await keys.keyboard('n');
    await keys.keyboard('12,5');
    await expectAccessible();
    await keys.keyboard('{Escape}');
    await screen.getByRole('button', { name: /^Done/ }).click();
    await expect.element(screen.getByText(/is in brand review/)).toBeVisible();
    const decided = shell.calls.find(({ command }) => command === 'decide')?.args;
    expect(decided).toMatchObject({ request: { decision: { kind: 'keep' }, expected_status: 'approved_for_edit', minutes: '12.5' } });
    await expect.element(screen.getByText('1 clip waits for an editor.')).toBeVisible();
  });

  test('a file dropped on the window is the edit, not an import', async () => {
    const { screen, shell } = await openWindow({ at });
    await expect.element(screen.getByText('Original').first()).toBeVisible();
    shell.emit('drag-over', true);
    await expect.element(screen.getByRole('heading', { name: 'Drop the edited clip' })).toBeVisible();
    shell.emit('clips-dropped', { selection_key: 'dropped', files: 1, bytes: 10, sample_names: ['cut.mp4'] });
    await expect.element(screen.getByText('Version 2 is in.')).toBeVisible();
    expect(shell.calls.find(({ command }) => command === 'add_version')?.args).toMatchObject({ selection_key: 'dropped' });
    expect(screen.getByRole('dialog').elements()).toHaveLength(0);
  });

  test.each([
    ['with no clip on the desk', { empty: true }, 'No clip is on the desk: nothing was taken in.'],
    ['where nobody said who is working', {}, 'It is not said who edited it: nothing was taken in.'],
  ])('a drop %s does nothing and says what it needs', async (_case, options, words) => {
    const { screen, shell } = await openWindow({
      at,
      ...options,
      prepare: ({ world }) => {
        if (world.start.library) world.start.library = { ...world.start.library, current_person: null };
      },
    });
    await expect.element(screen.getByRole('heading', { name: 'Edit', exact: true })).toBeVisible();
    if (!('empty' in options)) await expect.element(screen.getByText('Original').first()).toBeVisible();
    shell.emit('clips-dropped', { selection_key: 'dropped', files: 1, bytes: 10, sample_names: ['cut.mp4'] });
    await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
    expect(shell.calls.some(({ command }) => command === 'add_version')).toBe(false);
  });

  test('a file that is no edit says why, and nothing is lost', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await expect.element(screen.getByText('Original').first()).toBeVisible();
    shell.failNext('add_version', {
      code: 'same_bytes',
      message: 'The library has this very file already, as version 1 of gen_00010.',
      hint: 'Export the edit to a file of its own and add that.',
    });
    await keys.keyboard('a');
    await expect.element(screen.getByText(/this very file already/)).toBeVisible();
    await expect.element(screen.getByText('Nothing was edited: it goes on to brand review as it is.')).toBeVisible();
    await expectAccessible();
  });

  test('a clip that somebody else moved on says who was first, and stays on the desk', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await expect.element(screen.getByText('Original').first()).toBeVisible();
    shell.failNext('decide', {
      code: 'status_conflict',
      message: 'gen_00010 is brand_review by now, not approved_for_edit: Tom moved it.',
      hint: 'Look at the clip again, then decide anew or leave it as it is.',
    });
    await keys.keyboard('d');
    await expect.element(screen.getByText(/Tom moved it/)).toBeVisible();
    await expect.element(screen.getByText('2 clips wait for an editor.')).toBeVisible();
  });

  test('with nothing to edit it says what comes here', async () => {
    const { screen } = await openWindow({ at, empty: true });
    await expect.element(screen.getByRole('heading', { name: 'Nothing waits for an edit' })).toBeVisible();
    await expectAccessible();
  });

  test('a desk that cannot be read says so, and tries again', async () => {
    const { screen } = await openWindow({
      at,
      prepare: (shell) => {
        shell.failNext('edit_queue', { code: 'database_error', message: 'The database refused.', hint: 'Try again.' });
      },
    });
    await expect.element(screen.getByText('The database refused.')).toBeVisible();
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('2 clips wait for an editor.')).toBeVisible();
  });

  test('the history of the clip is one key away', async () => {
    const { screen, keys } = await openWindow({ at });
    await expect.element(screen.getByText('Original').first()).toBeVisible();
    await keys.keyboard('h');
    await expect.element(screen.getByRole('heading', { name: 'History' })).toBeVisible();
    expect(router.current).toMatchObject({ screen: 'history' });
  });

  test.each([
    ['', undefined],
    ['12.5', undefined],
    ['0', undefined],
    ['-1', 'A number of minutes, such as 12.5.'],
    ['soon', 'A number of minutes, such as 12.5.'],
  ])('minutes "%s"', (text, error) => {
    expect(minutesError(text)).toBe(error);
  });
});
