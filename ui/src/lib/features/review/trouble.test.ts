import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { judged, openRoom, waiting } from '../../../test/review';
import { openWindow } from '../../../test/window';

const FULL = { code: 'disk_error', message: 'The disk is full.', hint: 'Make room, then try again.' };

describe('what goes wrong on the way is said on the screen', () => {
  const unheard: unknown[] = [];
  const hear = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    unheard.push(event.reason);
  };
  beforeEach(() => {
    unheard.length = 0;
    window.addEventListener('unhandledrejection', hear);
  });
  afterEach(() => {
    window.removeEventListener('unhandledrejection', hear);
    expect(unheard).toEqual([]);
  });

  test('when the queue cannot be read again', async () => {
    const { shell } = await openRoom();
    await expect.poll(judged).not.toBe('');
    shell.failNext('review_queue', FULL);
    shell.emit('library-changed', { what: 'clips' });
    await expect.element(page.getByText(FULL.message)).toBeVisible();
    expect(judged()).not.toBe('');
  });

  test('when a decision of another sitting was taken back and its list cannot be read', async () => {
    const { shell, keys } = await openRoom();
    const [first] = waiting(shell) as [string];
    await expect.poll(judged).toBe(first);
    await shell.decide({
      request: { generation_id: first, person_id: 'pe_0001', decision: { kind: 'keep' }, note: null, expected_status: null, good_part: null, minutes: null },
    });
    await expect.poll(judged).not.toBe(first);
    await new Promise((done) => setTimeout(done, 400));
    shell.failNext('review_queue', FULL);
    await keys.keyboard('u');
    await expect.element(page.getByText(FULL.message)).toBeVisible();
    expect(waiting(shell)).toContain(first);
  });

  test('a next page that could not be read is asked for again, and the queue goes on', async () => {
    const { shell, keys } = await openWindow({ at: { screen: 'review' }, generations: 6000 });
    const all = waiting(shell);
    expect(all.length).toBeGreaterThan(350);
    await expect.poll(judged).toBe(all[0]);
    shell.failNext('review_queue', FULL);
    await page.getByRole('button', { name: all[5]!, exact: true }).click();
    const strip = document.querySelector<HTMLElement>('.queue .strip')!;
    strip.scrollLeft = 92 * 298;
    await page.getByRole('button', { name: all[299]!, exact: true }).click();
    await expect.element(page.getByText(FULL.message)).toBeVisible();
    await keys.keyboard('{ArrowUp}');
    await expect.poll(judged).toBe(all[298]);
    await expect.poll(() => document.querySelector('.queue .counts p')?.textContent).toBe(`299 of ${all.length}`);
    await keys.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(judged).toBe(all[300]);
  });

  test('when the last clip is judged and its decision cannot be taken back', async () => {
    const { shell, keys } = await openWindow({
      at: { screen: 'review' },
      prepare: (mock) => {
        const last = mock.world.generations.findLast(({ row }) => row.status === 'review_pending');
        mock.world.generations = mock.world.generations.filter((one) => one.row.status !== 'review_pending' || one === last);
      },
    });
    await expect.poll(judged).toBe(waiting(shell)[0]);
    await keys.keyboard('p');
    await expect.element(page.getByRole('heading', { name: 'Everything is judged' })).toBeVisible();
    shell.failNext('undo_on', FULL);
    await keys.keyboard('u');
    await expect.element(page.getByText(FULL.message)).toBeVisible();
    await keys.keyboard('u');
    await expect.element(page.getByRole('complementary', { name: 'Brief' })).toBeVisible();
  });

  test('when the look could not be kept', async () => {
    const { shell, keys } = await openWindow();
    shell.failNext('set_appearance', FULL);
    await keys.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
    await expect.element(page.getByText(FULL.message)).toBeVisible();
    await keys.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  });
});
