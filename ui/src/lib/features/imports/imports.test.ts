import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import type { Problem } from '$lib/ipc';
import { router } from '$lib/state/router.svelte';

describe('importing clips', () => {
  test('asks for the brief, runs, and says what came of every file', async () => {
    const { screen, shell } = await openWindow();
    await screen.getByRole('button', { name: 'Import clips' }).click();
    const dialog = screen.getByRole('dialog');
    await expect.element(dialog).toHaveTextContent('9 files, 68.4 MB');
    await expect.element(screen.getByRole('button', { name: 'Import 9 files' })).toBeDisabled();
    await screen.getByLabelText('Brief').fill('bf_2025_009');
    await expect.element(screen.getByText('New brief: bf_2025_009')).toBeVisible();
    await screen.getByLabelText('Model').fill('kling-2.6-pro');
    await screen.getByLabelText('Prompt').selectOptions('Lake house, version 2');
    await screen.getByRole('textbox', { name: /^A clip cost/ }).fill('$1');
    await expect.element(screen.getByText('Write a plain amount such as 120 or 41.25.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Import 9 files' })).toBeDisabled();
    await screen.getByRole('textbox', { name: /^A clip cost/ }).fill('0.72');
    await screen.getByLabelText('That is').selectOptions('reported by the provider');
    await screen.getByText('Leave them where they are').click();
    await expectAccessible();
    await screen.getByRole('button', { name: 'Import 9 files' }).click();
    await expect.element(screen.getByRole('progressbar')).toBeVisible();

    await expect.element(dialog).toHaveTextContent('6 clips added');
    await expect.element(dialog).toHaveTextContent('1 file was in the library already');
    await expect.element(dialog).toHaveTextContent('This file stops before the clip ends. The download was probably cut off');
    await expectAccessible();
    const sent = shell.calls.find(({ command }) => command === 'ingest');
    expect(sent?.args).toMatchObject({
      options: {
        brief_id: 'bf_2025_009',
        model: 'kling-2.6-pro',
        reference: true,
        prompt: { template_id: 'tpl_lake_house', number: 2 },
        cost: { amount: '0.72', basis: 'reported' },
      },
    });
    await screen.getByRole('button', { name: 'Show file notes.txt' }).click();
    await expect.poll(() => shell.calls.find(({ command }) => command === 'show_failed_file')?.args).toMatchObject({ index: 1 });
    await screen.getByRole('button', { name: 'Show the clips' }).click();
    expect(router.current).toEqual({ screen: 'clips', filter: { briefs: ['bf_2025_009'] } });
  });

  test('a known brief is found by its goal and chosen from the keyboard', async () => {
    const { screen, keys } = await openWindow();
    await screen.getByRole('button', { name: 'Import clips' }).click();
    await screen.getByLabelText('Brief').fill('rain');
    await expect.element(screen.getByRole('option', { name: /bf_2025_002/ })).toBeVisible();
    await keys.keyboard('{ArrowDown}{Enter}');
    await expect.element(screen.getByLabelText('Brief')).toHaveValue('bf_2025_002');
  });

  test('can be cancelled, and says that it was', async () => {
    const { screen } = await openWindow({
      prepare: (shell) => {
        shell.holdWork();
      },
    });
    await screen.getByRole('button', { name: 'Import clips' }).click();
    await screen.getByLabelText('Brief').fill('bf_2025_001');
    await screen.getByRole('button', { name: 'Import 9 files' }).click();
    await screen.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect.element(screen.getByText(/Cancelled before the end/)).toBeVisible();
  });

  test('files dropped on any screen open the same dialog', async () => {
    const { screen, shell } = await openWindow({ at: { screen: 'settings' } });
    await expect.element(screen.getByRole('heading', { name: 'Settings' })).toBeVisible();
    shell.emit('drag-over', true);
    await expect.element(screen.getByText('Drop to import')).toBeVisible();
    shell.emit('clips-dropped', { selection_key: 'dropped', files: 2, bytes: 9_000_000, sample_names: ['a.mp4', 'b.mov'] });
    await expect.element(screen.getByRole('dialog', { name: 'Import clips' })).toHaveTextContent('2 files');
    await expect.element(screen.getByText('Drop to import')).not.toBeInTheDocument();
  });
});

const dropped = { selection_key: 'dropped', files: 2, bytes: 9_000_000, sample_names: ['a.mp4', 'b.mov'] };

describe('an import in the background', () => {
  test('goes on when its dialog is closed; keys work meanwhile, and what came of it can be looked at', async () => {
    let end: () => void = () => undefined;
    const { screen, shell, keys } = await openWindow({
      prepare: (shell) => {
        const { ingest } = shell;
        shell.ingest = async (args, progress) => {
          progress({ done: 3, total: 9, subject: 'terrace_03.mp4' });
          await new Promise<void>((resolve) => (end = resolve));
          return ingest(args, progress);
        };
      },
    });
    await screen.getByRole('button', { name: 'Import clips' }).click();
    await screen.getByLabelText('Brief').fill('bf_2025_011');
    await screen.getByLabelText('Pilot').selectOptions('Lake house, autumn reels');
    await screen.getByRole('button', { name: 'Import 9 files' }).click();
    await screen.getByRole('button', { name: 'Go on in the background' }).click();
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Bringing clips in 3 of 9');
    await keys.keyboard('{Control>}2{/Control}');
    expect(router.current.screen).toBe('clips');

    // Neither a drop nor another dialog takes its result away.
    shell.emit('clips-dropped', dropped);
    await expect.element(screen.getByRole('dialog', { name: 'Import clips' })).toHaveTextContent('2 files');
    await keys.keyboard('{Escape}');
    end();
    await expect.element(screen.getByText('6 clips in, 1 here already, 2 failed.')).toBeVisible();
    expect(shell.calls).toContainEqual({ command: 'put_brief_in_pilot', args: { brief_id: 'bf_2025_011', pilot_id: 'pl_0001' } });
    await expectAccessible();
    await screen.getByRole('button', { name: 'Show', exact: true }).click();
    await expect.element(screen.getByRole('dialog', { name: 'Clips brought in' })).toHaveTextContent('notes.txt');
    await screen.getByRole('button', { name: 'Show file notes.txt' }).click();
    const ran = shell.calls.find(({ command }) => command === 'ingest')?.args as { job_key: string };
    await expect
      .poll(() => shell.calls.find(({ command }) => command === 'show_failed_file')?.args)
      .toEqual({ job_key: ran.job_key, index: 1 });
  });

  test('that fails says so', async () => {
    const { screen } = await openWindow({
      prepare: (shell) => {
        shell.ingest = async (_args, progress) => {
          progress({ done: 0, total: 9, subject: '' });
          await new Promise((resolve) => setTimeout(resolve, 300));
          throw { code: 'disk_full', message: 'The disk is full.', hint: 'Make room, then import again.' } satisfies Problem;
        };
      },
    });
    await screen.getByRole('button', { name: 'Import clips' }).click();
    await screen.getByLabelText('Brief').fill('bf_2025_001');
    await screen.getByRole('button', { name: 'Import 9 files' }).click();
    await screen.getByRole('button', { name: 'Go on in the background' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('The disk is full.');
  });
});

describe('a drop', () => {
  test('over a dialog is refused with a word, and what was typed in it stays', async () => {
    const { screen, shell, keys } = await openWindow();
    await expect.element(screen.getByRole('article').first()).toBeVisible();
    await keys.keyboard('{Control>}n{/Control}');
    const dialog = screen.getByRole('dialog', { name: 'New pilot' });
    await dialog.getByLabelText('Name').fill('Half a pilot');
    shell.emit('drag-over', true);
    await expect.element(screen.getByRole('heading', { name: 'A dialog is open' })).toBeVisible();
    shell.emit('clips-dropped', dropped);
    await expect.element(screen.getByRole('alert')).toHaveTextContent('A dialog is open: nothing was taken in.');
    await screen.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(dialog.getByLabelText('Name')).toHaveValue('Half a pilot');
  });

  test('of a large folder says that it is looked through, and can be stopped', async () => {
    const { screen, shell } = await openWindow();
    shell.emit('drop-begun', 'drop_7');
    const bar = screen.getByRole('contentinfo');
    await expect.element(bar).toHaveTextContent('Looking through what was dropped');
    await bar.getByRole('button', { name: 'Cancel' }).click();
    expect(shell.calls).toContainEqual({ command: 'cancel', args: { job_key: 'drop_7' } });
    shell.emit('drop-ended', 'drop_7');
    await expect.element(bar).not.toHaveTextContent('Stopping');
  });
});

describe('what there is to choose from', () => {
  test('is shown as far as it can be read, and what is missing is said', async () => {
    const { screen, shell } = await openWindow({ at: { screen: 'settings' } });
    shell.failNext('templates', { code: 'database_error', message: 'The database refused.', hint: 'Try again.' });
    shell.emit('clips-dropped', dropped);
    const dialog = screen.getByRole('dialog', { name: 'Import clips' });
    await expect.element(dialog.getByRole('alert')).toHaveTextContent('Not everything to choose from could be read. The database refused.');
    await dialog.getByRole('combobox', { name: 'Brief' }).fill('bf_2025_010');
    await expect.element(dialog.getByLabelText('Pilot')).toBeVisible();
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.element(dialog.getByRole('alert')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('option', { name: 'Lake house, version 2' })).toBeInTheDocument();
  });
});

describe('importing a log', () => {
  test('clips of it that cannot be read can be shown where they lie', async () => {
    const { screen, shell } = await openWindow({
      prepare: (shell) => {
        const { import_log } = shell;
        shell.import_log = async (args, progress) => {
          const error = { code: 'truncated', message: 'This file stops before the clip ends.', hint: 'Fetch the clip again.' };
          return { ...(await import_log(args, progress)), clips_failed: [{ path: '/clips/cut.mp4', error }] };
        };
      },
    });
    await screen.getByRole('button', { name: 'Import a log' }).click();
    await screen.getByText('Leave out the 3 bad rows').click();
    await screen.getByRole('button', { name: /^Import 3\d rows/ }).click();
    await screen.getByRole('button', { name: 'Show file cut.mp4' }).click();
    const sent = shell.calls.find(({ command }) => command === 'import_log')?.args as { job_key: string };
    await expect
      .poll(() => shell.calls.find(({ command }) => command === 'show_failed_file')?.args)
      .toEqual({ job_key: sent.job_key, index: 0 });
  });

  test('shows what would happen, and imports nothing while rows are bad', async () => {
    const { screen } = await openWindow();
    await screen.getByRole('button', { name: 'Import a log' }).click();
    const dialog = screen.getByRole('dialog', { name: 'Import a log' });
    await expect.element(dialog).toHaveTextContent('autumn takes - export.csv, 38 rows. Nothing is written before you say so.');
    await expect.element(screen.getByRole('table', { name: 'Bad rows' })).toHaveTextContent('approx. 1');
    await expect.element(screen.getByLabelText('rejected', { exact: true })).toHaveDisplayValue('by its reason: Rejected: accuracy, Rejected: quality');
    await expect.element(screen.getByRole('button', { name: '3 bad rows in the way' })).toBeDisabled();
    await expectAccessible();
  });

  test('leaving the bad rows out imports the others', async () => {
    const { screen, shell } = await openWindow();
    await screen.getByRole('button', { name: 'Import a log' }).click();
    await screen.getByText('Leave out the 3 bad rows').click();
    await screen.getByText('Let the file win where a row differs').click();
    await screen.getByRole('button', { name: 'Import 35 rows' }).click();
    await expect.element(screen.getByRole('dialog', { name: 'Log imported' })).toHaveTextContent('34 rows imported, 1 row updated');
    await expectAccessible();
    const sent = shell.calls.find(({ command }) => command === 'import_log');
    expect(sent?.args).toMatchObject({ skip_bad: true, update: true, mapping: {} });
  });

  test('a field read from another column is looked at again before anything is written', async () => {
    const { screen, shell } = await openWindow();
    await screen.getByRole('button', { name: 'Import a log' }).click();
    await screen.getByLabelText('Error message').selectOptions('Comment');
    await expect.element(screen.getByLabelText('Error message')).toHaveValue('Comment');
    expect(shell.calls).toContainEqual({
      command: 'preview_log',
      args: { selection_key: 'log-1', mapping: { error_message: 'Comment' } },
    });
  });

  test('a status word is read as the person says, and as it was recognised again', async () => {
    const { screen, shell } = await openWindow();
    await screen.getByRole('button', { name: 'Import a log' }).click();
    await screen.getByLabelText('on hold').selectOptions('Waits for review');
    await expect.element(screen.getByRole('button', { name: '2 bad rows in the way' })).toBeDisabled();
    expect(shell.calls).toContainEqual({
      command: 'preview_log',
      args: { selection_key: 'log-1', mapping: { 'status:on hold': 'review_pending' } },
    });
    await screen.getByLabelText('on hold').selectOptions('as recognised');
    await expect.element(screen.getByRole('button', { name: '3 bad rows in the way' })).toBeDisabled();
    await expectAccessible();
  });

  test('a file that is no log says so', async () => {
    const { screen } = await openWindow({
      prepare: (shell) => {
        shell.failNext('choose_log', { code: 'not_a_log', message: 'This file is no log.', hint: 'Choose a CSV or JSONL file.' });
      },
    });
    await screen.getByRole('button', { name: 'Import a log' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Choose a CSV or JSONL file.');
  });
});

describe('exporting the log', () => {
  test('writes what was chosen and says where it lies', async () => {
    const { screen, shell, keys } = await openWindow();
    await expect.element(screen.getByRole('article').first()).toBeVisible();
    await keys.keyboard('{Control>}e{/Control}');
    await screen.getByLabelText('Which attempts').selectOptions('Pilot: Lake house, autumn reels');
    await screen.getByText('JSONL', { exact: true }).click();
    await expectAccessible();
    await screen.getByRole('button', { name: 'Choose where to save' }).click();
    await expect.element(screen.getByText(/The log is written to .*jsonl/)).toBeVisible();
    expect(shell.calls).toContainEqual({
      command: 'export_log',
      args: { scope: { kind: 'pilot', id: 'pl_0001' }, format: 'jsonl' },
    });
  });
});

describe('a brief that is new', () => {
  test('joins the pilot whose page the import was started from, so that its takes count', async () => {
    const { screen, shell } = await openWindow({ at: { screen: 'pilot', id: 'pl_0002' } });
    await screen.getByRole('button', { name: 'Import clips' }).click();
    await screen.getByLabelText('Brief').fill('bf_2025_010');
    await expect.element(screen.getByLabelText('Pilot')).toHaveValue('pl_0002');
    await screen.getByRole('button', { name: 'Import 9 files' }).click();
    await expect.element(screen.getByText(/6 clips added/)).toBeVisible();
    await expect
      .poll(() => shell.calls.find(({ command }) => command === 'put_brief_in_pilot')?.args)
      .toEqual({ brief_id: 'bf_2025_010', pilot_id: 'pl_0002' });
    await screen.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
    await expect.element(screen.getByRole('table', { name: 'Briefs of this pilot' })).toHaveTextContent('bf_2025_010');
  });

  test('of an imported log can be added on the page of the pilot', async () => {
    const { screen } = await openWindow({
      at: { screen: 'pilot', id: 'pl_0001' },
      prepare: ({ world }) => {
        world.briefPilots.set('bf_2025_004', null);
      },
    });
    await screen.getByRole('button', { name: 'Add bf_2025_004 to this pilot' }).click();
    await expect.element(screen.getByRole('table', { name: 'Briefs of this pilot' })).toHaveTextContent('bf_2025_004');
    await expectAccessible();
  });
});
