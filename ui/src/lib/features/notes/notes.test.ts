import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../../test/axe';
import { openWindow, takesWithClips, type MockIpc } from '../../../test/window';
import { router } from '$lib/state/router.svelte';

const [first = '', second = ''] = takesWithClips();

const write = (shell: MockIpc, generation_id: string, frame: number, body: string) =>
  shell.add_note({
    request: {
      generation_id,
      clip_key: null,
      person_id: 'pe_0001',
      text: { range: { first: frame, last: frame }, category: null, body, strokes: [] },
    },
  });

describe('notes of the whole library', () => {
  let open: Awaited<ReturnType<typeof openWindow>>;

  beforeEach(async () => {
    open = await openWindow({ at: { screen: 'pilots' } });
    await write(open.shell, first, 12, 'the handle is back');
    await write(open.shell, second, 30, 'steam is too white');
    await open.keys.keyboard('{Control>}f{/Control}');
    await expect.element(page.getByText('2 notes', { exact: true })).toBeVisible();
  });

  test('are found by their words and opened at their frame', async () => {
    await page.getByLabelText('Find words').fill('handle');
    await expect.element(page.getByText('1 note', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: /the handle is back/ }).click();
    await expect.poll(() => router.current).toEqual({ screen: 'review', generations: [first], frame: 12 });
  });

  test.each([
    ['approved_for_edit', { screen: 'edit' }],
    ['brand_review', { screen: 'sign-off' }],
  ] as const)('on an earlier version are opened at the desk that shows it: %s', async (status, desk) => {
    const one = open.shell.world.generations.find(({ row }) => row.generation_id === first)!;
    one.row = { ...one.row, status, clip: { ...one.row.clip!, clip_key: 'the-cut', version: 2 } };
    const clipKey = open.shell.world.notes.find(({ generation_id }) => generation_id === first)!.clip_key;
    await page.getByRole('button', { name: /the handle is back/ }).click();
    await expect.poll(() => router.current).toEqual({ ...desk, generation: first, at: { clipKey, frame: 12 } });
  });

  test('on an earlier version of a clip that is at no desk say where they are, and lead to no wrong frame', async () => {
    const one = open.shell.world.generations.find(({ row }) => row.generation_id === first)!;
    one.row = { ...one.row, status: 'published', clip: { ...one.row.clip!, clip_key: 'the-cut', version: 2 } };
    await page.getByRole('button', { name: /the handle is back/ }).click();
    await expect.poll(() => router.current).toEqual({ screen: 'review', generations: [first] });
    await expect.element(page.getByText('The note is at frame 12 of version 1. This is version 2, the current one.')).toBeVisible();
  });

  test('that nobody wrote are said not to be there', async () => {
    await page.getByLabelText('Find words').fill('lorry');
    await expect.element(page.getByText('No note has all of these words.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Export with stills' })).toBeDisabled();
  });

  test('go out as a table, a timeline and stills of what was chosen', async () => {
    await page.getByLabelText('Among the notes of').selectOptions('The whole library');
    await page.getByRole('button', { name: 'Export with stills' }).click();
    await expect.element(page.getByText('2 notes in /home/maya/Documents/notes: a table, a timeline and stills.')).toBeVisible();
  });

  test('can be read by everybody', async () => {
    await expectAccessible();
  });
});
