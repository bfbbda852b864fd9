import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openWindow } from '../../test/window';
import type { Route } from '$lib/state/router.svelte';

/** As small as the shell lets the window become, less the menu bar that some systems have in it. */
const SMALLEST = { width: 960, height: 572 };
const USUAL = { width: 1280, height: 800 };

const screens: [words: string, at: Route, shown: RegExp][] = [
  ['the pilots', { screen: 'pilots' }, /usable/],
  ['a pilot', { screen: 'pilot', id: 'pl_0001' }, /Briefs/],
  ['the plan of a run', { screen: 'estimate', tab: 'plan' }, /What the run will cost|usable clip/],
  ['the price calculator', { screen: 'estimate', tab: 'calculator' }, /Settings B/],
  ['the four buckets', { screen: 'estimate', tab: 'buckets' }, /What it comes to/],
  ['the licence bands', { screen: 'estimate', tab: 'licences' }, /licence bands|The cheapest band/],
  ['a brief', { screen: 'brief', id: 'bf_2025_001' }, /The brand/],
  ['the prompts', { screen: 'prompts' }, /How it reads|Compare/],
  ['the clips', { screen: 'clips', filter: {} }, /gen_00050/],
  ['the history', { screen: 'history' }, /gen_000/],
  ['the prices', { screen: 'prices' }, /kling-v3/],
  ['the settings', { screen: 'settings' }, /Keys/],
];

beforeAll(() => page.viewport(SMALLEST.width, SMALLEST.height));
afterAll(() => page.viewport(USUAL.width, USUAL.height));

/** What a person could not get at: it lies outside of something that does not scroll that way. */
function outOfReach(): string[] {
  return [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, h1, h2')].flatMap((control) => {
    const box = control.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return [];
    for (let around = control.parentElement; around; around = around.parentElement) {
      const edge = around.getBoundingClientRect();
      const { overflowX, overflowY } = getComputedStyle(around);
      if (overflowY === 'auto' || overflowY === 'scroll') {
        // It is scrolled down to, but nobody looks for it to the right, unless what holds it says so as a table does.
        return around.scrollWidth > around.clientWidth && box.right > edge.right + 1 && !around.querySelector('table')
          ? [`${control.outerHTML.slice(0, 120)} is to the right of what is shown`]
          : [];
      }
      const cut = (overflowX === 'hidden' || overflowX === 'clip') && (box.left < edge.left - 1 || box.right > edge.right + 1);
      const below = (overflowY === 'hidden' || overflowY === 'clip') && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1);
      if (cut || below) return [`${control.outerHTML.slice(0, 120)} is cut off by .${around.className}`];
    }
    return [];
  });
}

test.each(screens)('%s: fits into the smallest window', async (_, at, shown) => {
  const { screen } = await openWindow({ at, fills: true });
  const main = screen.getByRole('main');
  await expect.element(main).toHaveTextContent(shown);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(SMALLEST.width);
  expect(main.element().scrollWidth).toBeLessThanOrEqual(main.element().clientWidth);
  expect(outOfReach()).toEqual([]);
});

test('what can be done with chosen clips fits beside the facets', async () => {
  const { screen, keys } = await openWindow({ at: { screen: 'clips', filter: {} }, fills: true });
  await expect.element(screen.getByRole('option', { name: /^gen_00050/ })).toBeVisible();
  const bar = screen.getByRole('toolbar', { name: 'Selection' });
  for (const chosen of ['{Home}', '{Shift>}{ArrowRight}{/Shift}', '{Shift>}{End}{/Shift}']) {
    await keys.keyboard(chosen);
    await expect.element(bar).toBeVisible();
    const box = bar.element().getBoundingClientRect();
    const grid = screen.getByRole('listbox', { name: 'Clips' }).element().getBoundingClientRect();
    expect(box.left, chosen).toBeGreaterThanOrEqual(grid.left);
    expect(box.right, chosen).toBeLessThanOrEqual(grid.right);
  }
});
