import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { judged, openRoom, waiting } from '../../../test/review';
import type { MockIpc } from '../../../test/window';

const undone = (shell: MockIpc) => shell.calls.filter(({ command }) => ['undo', 'undo_on', 'let_go'].includes(command)).map(({ args }) => (args as { generation_id?: string }).generation_id);
const said = () => document.querySelector('.bar .last')?.textContent ?? '';

describe('undo', () => {
  test('takes back a hold when that was the last thing done, and leaves the decision before it alone', async () => {
    const { shell, keys } = await openRoom();
    const [first, second, third] = waiting(shell) as [string, string, string];
    await expect.poll(judged).toBe(first);
    await keys.keyboard('p');
    await expect.poll(judged).toBe(second);
    await keys.keyboard('z');
    await expect.poll(judged).toBe(third);
    await expect.element(page.getByText(`${second} held for later`)).toBeVisible();
    await keys.keyboard('u');
    await expect.poll(judged).toBe(second);
    expect(undone(shell)).toEqual([second]);
    expect(said()).toBe(`${second} waits for review again`);
    expect(shell.world.generations.every((one) => one.hold === null)).toBe(true);
    expect(waiting(shell)).not.toContain(first);
    await keys.keyboard('u');
    await expect.poll(judged).toBe(first);
    expect(undone(shell)).toEqual([second, first]);
  });

  test('pressed twice at once takes back the last two, each once', async () => {
    const { shell, keys } = await openRoom();
    const [first, second, third] = waiting(shell) as [string, string, string];
    await expect.poll(judged).toBe(first);
    await keys.keyboard('p');
    await expect.poll(judged).toBe(second);
    await keys.keyboard('p');
    await expect.poll(judged).toBe(third);
    await keys.keyboard('uu');
    await expect.poll(() => undone(shell)).toEqual([second, first]);
    await expect.poll(judged).toBe(first);
  });

  test('of a hold from another list still means the hold, not an older decision', async () => {
    const { shell, keys } = await openRoom();
    const [first, second, third] = waiting(shell) as [string, string, string];
    await expect.poll(judged).toBe(first);
    await keys.keyboard('p');
    await expect.poll(judged).toBe(second);
    await keys.keyboard('z');
    await expect.poll(judged).toBe(third);
    await keys.keyboard('q');
    await page.getByText('Held: 1').click();
    await page.getByRole('button', { name: 'Show' }).click();
    await expect.poll(judged).toBe(second);
    await keys.keyboard('u');
    await expect.poll(() => undone(shell)).toEqual([second]);
    await expect.element(page.getByRole('heading', { name: 'Nothing is held' })).toBeVisible();
    expect(waiting(shell)).not.toContain(first);
  });

  test('in the list of what is judged is about the clip on screen, says so, and leaves it there to be judged anew', async () => {
    const { shell, keys } = await openRoom();
    const [first, second] = waiting(shell) as [string, string];
    await expect.poll(judged).toBe(first);
    await keys.keyboard('p');
    await expect.poll(judged).toBe(second);
    await keys.keyboard('e');
    const { router } = await import('$lib/state/router.svelte');
    router.go({ screen: 'clips' });
    await expect.element(page.getByRole('heading', { name: 'Clips' })).toBeVisible();
    router.go({ screen: 'review' });
    await expect.poll(judged).not.toBe('');
    await keys.keyboard('q');
    await page.getByText(/^Judged: /).click();
    await page.getByRole('button', { name: 'Show' }).click();
    await expect.element(page.getByText('Judged already')).toBeVisible();
    for (let step = 0; judged() !== first && step < 60; step++) {
      const before = judged();
      await keys.keyboard('{ArrowDown}');
      await expect.poll(judged).not.toBe(before);
    }
    await expect.element(page.getByRole('button', { name: `Undo ${first}` })).toBeVisible();
    await keys.keyboard('u');
    await expect.poll(() => undone(shell)).toEqual([first]);
    await expect.element(page.getByText(`${first} waits for review again`)).toBeVisible();
    expect(waiting(shell)).not.toContain(second);
    await new Promise((done) => setTimeout(done, 500));
    expect(judged()).toBe(first);
    await expect.element(page.getByRole('button', { name: /^Keep\b/ }).first()).toBeEnabled();
  });
});
