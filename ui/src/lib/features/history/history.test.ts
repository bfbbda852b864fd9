import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import type { HistoryRow } from '$lib/ipc';
import { app } from '$lib/state/app.svelte';
import { router } from '$lib/state/router.svelte';

const at = { screen: 'history' } as const;

function move(index: number, more: Partial<HistoryRow> = {}): HistoryRow {
  const generation_id = `gen_${String(index).padStart(6, '0')}`;
  return {
    key: String(index),
    line: `Maya kept ${generation_id}`,
    at: '2026-11-20T08:37:00.000000Z',
    person_id: 'pe_0001',
    person_name: 'Maya Lindqvist',
    actor: 'person',
    generation_id,
    brief_id: 'bf_2025_001',
    from: 'review_pending',
    to: 'approved_for_edit',
    reasons: [],
    note: null,
    undoes: false,
    content_hash: null,
    hash: 'c'.repeat(64),
    host: 'studio-1',
    clock_was_at: null,
    ...more,
  };
}

describe('History', () => {
  test('every move is a line, and the one that is looked at shows all of itself', async () => {
    const { screen, keys } = await openWindow({ at });
    await expect.element(screen.getByText('50 moves, latest first.')).toBeVisible();
    await expect.element(screen.getByRole('listbox', { name: 'Moves' })).toHaveFocus();
    await keys.keyboard('{ArrowDown}');
    const second = screen.getByRole('listbox', { name: 'Moves' }).getByRole('option').nth(1);
    await expect.element(second).toHaveAttribute('aria-selected', 'true');
    await expect.element(screen.getByText('b'.repeat(64))).toBeVisible();
    await expectAccessible();
    await app.setAppearance('light');
    await expectAccessible();
    await app.setAppearance('dark');
  });

  test('of a hundred thousand moves only those on screen are asked for and drawn, and the last is as near as the first', async () => {
    const moves = Array.from({ length: 100_000 }, (_, index) => move(100_000 - index));
    const { screen, shell, keys } = await openWindow({
      at,
      prepare: ({ world }) => {
        world.moves = moves;
      },
    });
    await expect.element(screen.getByRole('option', { name: /Maya kept gen_100000/ })).toBeVisible();
    await expect.element(screen.getByRole('listbox', { name: 'Moves' })).toHaveFocus();
    expect(screen.getByRole('listbox', { name: 'Moves' }).getByRole('option').elements().length).toBeLessThan(80);
    await keys.keyboard('{End}');
    await expect.element(screen.getByRole('option', { name: /Maya kept gen_000001/ })).toBeVisible();
    expect(shell.calls.filter(({ command }) => command === 'history_page').length).toBeLessThan(6);
  });

  test('it is narrowed by words, person, status, reason and brief, and all of it is one key away', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await expect.element(screen.getByText('50 moves, latest first.')).toBeVisible();
    await keys.keyboard('/');
    await keys.keyboard('gen_00012');
    await expect.element(screen.getByText('1 move, latest first.')).toBeVisible();
    await screen.getByLabelText('Moved to').selectOptions('Published');
    await screen.getByLabelText('Reason').selectOptions('Too generic');
    await screen.getByLabelText('Person').selectOptions('Maya Lindqvist');
    await screen.getByLabelText('Brief').selectOptions('bf_2025_001');
    await screen.getByLabelText('From').fill('2026-11-01');
    await expect.element(screen.getByRole('heading', { name: 'No move matches' })).toBeVisible();
    await expectAccessible();
    const asked = shell.calls.findLast(({ command }) => command === 'history_outline')?.args;
    expect(asked).toMatchObject({
      query: {
        text: 'gen_00012',
        statuses: ['published'],
        reasons: ['too_generic'],
        person_id: 'pe_0001',
        scope: { kind: 'brief', id: 'bf_2025_001' },
      },
    });
    await screen.getByRole('button', { name: /Show all moves/ }).last().click();
    await expect.element(screen.getByText('50 moves, latest first.')).toBeVisible();
  });

  test('a clock that was set back is said at the move that shows it', async () => {
    const { screen } = await openWindow({
      at,
      prepare: ({ world }) => {
        world.moves = [move(2, { clock_was_at: '2026-11-22T10:00:00.000000Z' }), move(1)];
      },
    });
    await expect.element(screen.getByText('the clock was set back')).toBeVisible();
    await expect.element(screen.getByText(/The order here is the true one/)).toBeVisible();
  });

  test('what is asked for is exported as it is', async () => {
    const { screen, shell } = await openWindow({ at });
    await expect.element(screen.getByText('50 moves, latest first.')).toBeVisible();
    await screen.getByRole('button', { name: 'Export JSONL' }).click();
    await expect.element(screen.getByText(/50 moves written to .*circletake-history.jsonl/)).toBeVisible();
    expect(shell.calls.find(({ command }) => command === 'export_history')?.args).toMatchObject({ format: 'jsonl', query: { text: '' } });
  });

  test('a note is text, whatever it holds', async () => {
    const { screen } = await openWindow({
      at,
      prepare: ({ world }) => {
        world.moves = [move(1, { note: '<img src=x onerror=alert(1)>', line: 'Maya kept gen_000001 (“<b>bold</b>”)' })];
      },
    });
    await expect.element(screen.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  });

  test('an empty history says what comes here, and one that cannot be read tries again', async () => {
    const { screen, shell } = await openWindow({ at, empty: true });
    await expect.element(screen.getByRole('heading', { name: 'Nothing has happened yet' })).toBeVisible();
    shell.failNext('history_outline', { code: 'database_error', message: 'The database refused.', hint: 'Try again.' });
    shell.emit('library-changed', { what: 'clips' });
    await expect.element(screen.getByText('The database refused.')).toBeVisible();
    await expectAccessible();
  });

  test('it is reached from a clip', async () => {
    const { screen, keys } = await openWindow({ at: { screen: 'clips' } });
    await screen.getByRole('option', { name: /gen_/ }).first().click();
    await expect.element(screen.getByText('1 clip selected')).toBeVisible();
    await keys.keyboard('h');
    await expect.element(screen.getByRole('button', { name: /^Only gen_/ })).toBeVisible();
    expect(router.current).toMatchObject({ screen: 'history' });
  });
});
