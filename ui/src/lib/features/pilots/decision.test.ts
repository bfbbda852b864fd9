import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { app } from '$lib/state/app.svelte';

const at = { screen: 'pilot', id: 'pl_0001' } as const;

describe('the decision about a pilot', () => {
  test('is one sentence, three conditions with their evidence, and what would settle what is open', async () => {
    const { screen } = await openWindow({ at });
    await expect.element(screen.getByText(/AI video costs \$41\.25 per usable clip/)).toBeVisible();
    const cost = screen.getByRole('region', { name: 'The cost beats the benchmark' });
    await expect.element(cost).toHaveTextContent('Holds');
    await expect.element(cost).toHaveTextContent('$23.15 to $79.16');
    const quality = screen.getByRole('region', { name: 'Quality clears the bar' });
    await expect.element(quality).toHaveTextContent('Cannot be judged yet');
    await expect.element(screen.getByRole('region', { name: 'The workflow repeats without heroics' })).toHaveTextContent('Holds');
    await expect.element(screen.getByRole('region', { name: 'What would settle it' })).toHaveTextContent('about 47 more attempts');
    await expectAccessible();
  });

  test('reads as well in the light', async () => {
    const { screen } = await openWindow({ at });
    await app.setAppearance('light');
    await expect.element(screen.getByText(/AI video costs/)).toBeVisible();
    await expectAccessible();
  });

  test('a pilot without attempts has a decision too: nothing can be judged yet', async () => {
    const { screen } = await openWindow({ at: { screen: 'pilot', id: 'pl_0002' } });
    const next = screen.getByRole('region', { name: 'What would settle it' });
    await expect.element(next).toHaveTextContent('Set the quality bar');
    await expect.element(next).toHaveTextContent('what a clip costs today');
  });

  test('that cannot be read says so and can be tried again', async () => {
    const { screen } = await openWindow({
      at,
      prepare: (shell) => {
        shell.failNext('pilot_decision', { code: 'store', message: 'The library could not be read.', hint: 'Check its drive.' });
      },
    });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Check its drive.');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText(/AI video costs/)).toBeVisible();
  });
});

describe('the settings of a pilot', () => {
  test('open with S, are checked while they are typed, and are saved whole', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await expect.element(screen.getByText(/AI video costs/)).toBeVisible();
    await keys.keyboard('s');
    const dialog = screen.getByRole('dialog', { name: 'Pilot settings' });
    await expect.element(dialog.getByLabelText('Name', { exact: true })).toHaveValue('Lake house, autumn reels');
    await expectAccessible();
    await dialog.getByLabelText('Longest clip in seconds').fill('4');
    await expect.element(dialog.getByText('Longer than the shorter end.')).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    await dialog.getByLabelText('Longest clip in seconds').fill('6.5');
    await dialog.getByLabelText('A clip costs today (USD)').fill('60');
    await dialog.getByLabelText('Models').fill('hero-2, sketch-1,');
    await dialog.getByLabelText('At least … % of all attempts are usable').fill('7.5');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(screen.getByText('The settings of the pilot are saved.')).toBeVisible();
    const sent = shell.calls.find(({ command }) => command === 'set_pilot_settings');
    expect(sent?.args).toMatchObject({
      id: 'pl_0001',
      person_id: 'pe_0001',
      settings: {
        longest_seconds: '6.5',
        benchmark: '60',
        models: ['hero-2', 'sketch-1'],
        quality_bar: [{ kind: 'usable_rate_at_least', rate: '0.075' }, { kind: 'no_open_rights_rejections' }],
        preset: 'two_week',
      },
    });
    await expect.element(screen.getByRole('region', { name: 'The cost beats the benchmark' })).toHaveTextContent('$60.00 today');
  });

  test('show what the pilot was held against before, and who moved the goalposts', async () => {
    const { screen, keys } = await openWindow({
      at,
      prepare: (shell) => {
        const standard = { benchmark_what: null, benchmark_source: null, quality_bar: [], set_at: '2026-11-01T09:00:00Z' };
        shell.world.standards.set('pl_0001', [
          { ...standard, benchmark: '120', set_by: 'Maya Lindqvist' },
          { ...standard, benchmark: '80', set_by: null },
        ]);
      },
    });
    await expect.element(screen.getByText(/AI video costs/)).toBeVisible();
    await keys.keyboard('s');
    await screen.getByText('Held against something else before').click();
    await expect.element(screen.getByText(/\$120\.00/).last()).toBeVisible();
    await expect.element(screen.getByText(/set by Maya Lindqvist: counts now/)).toBeVisible();
    await expectAccessible();
  });

  test('that are refused keep what was typed', async () => {
    const { screen, keys } = await openWindow({
      at,
      prepare: (shell) => {
        shell.failNext('set_pilot_settings', { code: 'invalid', message: 'Length: too long.', hint: 'Correct the value and try again.' });
      },
    });
    await expect.element(screen.getByText(/AI video costs/)).toBeVisible();
    await keys.keyboard('s');
    const dialog = screen.getByRole('dialog', { name: 'Pilot settings' });
    await dialog.getByLabelText('Shortest clip in seconds').fill('3');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.element(dialog.getByRole('alert')).toHaveTextContent('Length: too long.');
    await expect.element(dialog.getByLabelText('Shortest clip in seconds')).toHaveValue('3');
  });
});

describe('the report of a pilot', () => {
  test('is asked for with R, says where it was written, and can be shown', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await expect.element(screen.getByText(/AI video costs/)).toBeVisible();
    await keys.keyboard('r');
    const dialog = screen.getByRole('dialog', { name: 'Write the report' });
    await dialog.getByRole('radio', { name: /Letter/ }).click();
    await expectAccessible();
    await dialog.getByRole('button', { name: 'Choose where to save' }).click();
    await expect.element(dialog.getByText('The report is written to /home/maya/Documents/pilot-report.pdf.')).toBeVisible();
    const sent = shell.calls.find(({ command }) => command === 'write_report')?.args;
    expect(sent).toMatchObject({ pilot_id: 'pl_0001', format: 'pdf', paper: 'letter' });
    await dialog.getByRole('button', { name: 'Show file' }).click();
    expect(shell.calls.some(({ command }) => command === 'show_report')).toBe(true);
    await expectAccessible();
  });

  test('can be stopped, or left to itself and shown when it is written', async () => {
    const { screen, shell, keys } = await openWindow({
      at,
      prepare: (shell) => {
        shell.holdWork();
      },
    });
    await expect.element(screen.getByText(/AI video costs/)).toBeVisible();
    await keys.keyboard('r');
    const dialog = screen.getByRole('dialog', { name: 'Write the report' });
    await dialog.getByRole('button', { name: 'Choose where to save' }).click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(dialog.getByRole('progressbar')).not.toBeInTheDocument();
    expect(dialog.getByRole('alert').elements()).toHaveLength(0);

    let end: () => void = () => undefined;
    shell.write_report = async (_args, progress) => {
      progress({ done: 2, total: 3, subject: 'Setting the pages' });
      await new Promise<void>((resolve) => (end = resolve));
      return '/home/maya/Documents/pilot-report.pdf';
    };
    await dialog.getByRole('button', { name: 'Choose where to save' }).click();
    await dialog.getByRole('button', { name: 'Go on in the background' }).click();
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Writing the report 2 of 3');
    end();
    await expect.element(screen.getByText('The report is written to /home/maya/Documents/pilot-report.pdf.')).toBeVisible();
    await screen.getByRole('button', { name: 'Show file' }).click();
    await expect.poll(() => shell.calls.some(({ command }) => command === 'show_report')).toBe(true);
  });

  test('that cannot be written says why, and nothing else is lost', async () => {
    const { screen, keys } = await openWindow({
      at,
      prepare: (shell) => {
        shell.failNext('write_report', { code: 'disk_error', message: 'The disk is full.', hint: 'Make room, then try again.' });
      },
    });
    await expect.element(screen.getByText(/AI video costs/)).toBeVisible();
    await keys.keyboard('r');
    const dialog = screen.getByRole('dialog', { name: 'Write the report' });
    await dialog.getByRole('button', { name: 'Choose where to save' }).click();
    await expect.element(dialog.getByRole('alert')).toHaveTextContent('Make room, then try again.');
    await dialog.getByRole('button', { name: 'Choose where to save' }).click();
    await expect.element(dialog.getByText(/The report is written to/)).toBeVisible();
  });
});
