import { describe, expect, test } from 'vitest';
import { countedMedia, countedPreview, CUT, WHOLE } from '../../../test/counted';
import { openWindow, type MockIpc } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import type { Stroke } from '$lib/ipc';
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
    await expect.element(screen.getByText('Good part: frames 11 to 95, 3.5 s')).toBeVisible();
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

  test('a clip that is edited already is at the desk too, and is handed over by the same key', async () => {
    const { screen, shell, keys } = await openWindow({
      at,
      prepare: ({ world }) => {
        const one = world.generations.find(({ row }) => row.status === 'approved_for_edit');
        if (one) one.row = { ...one.row, status: 'edited' };
      },
    });
    await expect.element(screen.getByText('2 clips wait for an editor.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: /Edited, to hand over/ })).toHaveAttribute('aria-current', 'true');
    await expect.element(screen.getByRole('button', { name: /^Hand over/ })).toBeEnabled();
    await expectAccessible();
    await keys.keyboard('d');
    await expect.element(screen.getByText(/is in brand review/)).toBeVisible();
    const decided = shell.calls.find(({ command }) => command === 'decide')?.args;
    expect(decided).toMatchObject({ request: { decision: { kind: 'keep' }, expected_status: 'edited' } });
  });

  test('own minutes are put right here as in the review room', async () => {
    const { screen, shell } = await openWindow({ at });
    await expect.element(screen.getByText('1 sitting')).toBeVisible();
    await screen.getByRole('button', { name: 'Correct the minutes of Maya Lindqvist, reviewed' }).click();
    await screen.getByLabelText('Minutes in all').fill('2.5');
    await screen.getByRole('button', { name: 'Correct', exact: true }).last().click();
    await expect.element(screen.getByText('corrected by hand')).toBeVisible();
    expect(shell.calls.find(({ command }) => command === 'correct_time')?.args).toMatchObject({ work: 'review', minutes: '2.5' });
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

const BOX: Stroke = { kind: 'box', from: { x: 0.25, y: 0.25 }, to: { x: 0.75, y: 0.75 } };

/** The first clip at the desk with a cut of it, both playable; a drawing lies on frame 30 of the original. */
async function withACut(shell: MockIpc): Promise<void> {
  const one = shell.world.generations.find(({ row }) => row.status === 'approved_for_edit');
  const original = one?.row.clip?.clip_key ?? '';
  const versions = shell.clip_versions.bind(shell);
  shell.clip_versions = async (args) =>
    (await versions(args)).map((version) => ({ ...version, preview: countedPreview(version.clip.version === 1 ? WHOLE : CUT) }));
  await shell.add_version(
    { generation_id: one?.row.generation_id ?? '', person_id: 'pe_0001', selection_key: 'cut', minutes: null, job_key: 'cut' },
    () => undefined,
  );
  await shell.add_note({
    request: {
      generation_id: one?.row.generation_id ?? '',
      clip_key: original,
      person_id: 'pe_0001',
      text: { range: { first: 30, last: 30 }, category: null, body: '', strokes: [BOX] },
    },
  });
}

describe('the picture on the edit desk', () => {
  test('each side says its own frame, of its own length, counted from 0; a note leads to its frame, with what is drawn there', async () => {
    const media = await countedMedia((clipKey) => clipKey.endsWith('-v2'));
    let ready = Promise.resolve();
    const { screen, keys } = await openWindow({
      at: { screen: 'clips' },
      prepare: (shell) => {
        media(shell);
        ready = withACut(shell);
      },
    });
    await ready;
    router.go(at);
    await expect.element(screen.getByText(`frame 0 of ${WHOLE}`)).toBeVisible();
    await expect.element(screen.getByText(`frame 0 of ${CUT}`)).toBeVisible();
    await keys.keyboard('{ArrowRight}');
    await expect.element(screen.getByText(`frame 1 of ${WHOLE}`)).toBeVisible();
    await expect.element(screen.getByText(`frame 1 of ${CUT}`)).toBeVisible();
    expect(screen.getByRole('img', { name: '1 stroke on this frame' }).elements()).toHaveLength(0);
    await screen.getByRole('button', { name: /^Drawn on the frame frame 30 on version 1/ }).click();
    await expect.element(screen.getByText(`frame 30 of ${WHOLE}`)).toBeVisible();
    await expect.element(screen.getByText(`frame ${CUT - 1} of ${CUT}`)).toBeVisible();
    await expect.element(screen.getByRole('img', { name: '1 stroke on this frame' })).toBeVisible();
    await expectAccessible();
    // Alone, and the version before in its place: on the moment that was shown.
    await keys.keyboard('c');
    await expect.element(screen.getByText(`frame ${CUT - 1} of ${CUT}`)).toBeVisible();
    await keys.keyboard('{[}');
    await expect.element(screen.getByText(`frame ${CUT - 1} of ${WHOLE}`)).toBeVisible();
  });

  test.each([true, false])('time on an edit begins with the painted frame, not with the wish for one: painted %s', async (isPainted) => {
    const counted = await countedMedia();
    const { screen, shell, keys } = await openWindow({
      at,
      prepare: (mock) => {
        const versions = mock.clip_versions.bind(mock);
        mock.clip_versions = async (args) => (await versions(args)).map((version) => ({ ...version, preview: countedPreview(WHOLE) }));
        // Without it the desk asks for a preview that never comes.
        if (isPainted) counted(mock);
      },
    });
    const frame = screen.getByText(`frame 0 of ${WHOLE}`);
    if (isPainted) await expect.element(frame).toBeVisible();
    else await expect.poll(() => document.querySelectorAll('figure canvas').length).toBe(1);
    // Whoever presses a key looks at the window.
    await keys.keyboard('{Shift}');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(frame.elements()).toHaveLength(isPainted ? 1 : 0);
    router.go({ screen: 'clips' });
    await expect.element(screen.getByRole('heading', { name: 'Clips' })).toBeVisible();
    const spent = shell.calls.filter(({ command }) => command === 'add_time').map(({ args }) => args);
    expect(spent).toMatchObject(isPainted ? [{ work: 'editing' }] : []);
  });
});
