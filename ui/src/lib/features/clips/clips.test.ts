import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../test/axe';
import { openWindow } from '../../../test/window';
import { router } from '$lib/state/router.svelte';

const grid = () => page.getByRole('listbox', { name: 'Clips' });
const tile = (id: string) => page.getByRole('option', { name: new RegExp(`^${id}\\b`) });
const scroller = () => document.querySelector<HTMLElement>('[role=listbox]')!;
/** The ids of chosen clips on screen, by the number painted on them. */
const chosen = () =>
  [...document.querySelectorAll('[role=option][aria-selected=true]')]
    .map((option) => option.textContent)
    .sort((one, other) => Number(/chosen\s(\d+)/.exec(one)?.[1]) - Number(/chosen\s(\d+)/.exec(other)?.[1]))
    .map((text) => /gen_\d+/.exec(text)?.[0]);

describe('the clips', () => {
  test('say where they stand, why, by which model and at what cost, and an unknown cost is unknown', async () => {
    const { shell } = await openWindow();
    shell.world.generations[49]!.row = { ...shell.world.generations[49]!.row, cost: null, cost_basis: null };
    router.go({ screen: 'clips', filter: {} });
    await expect.element(tile('gen_00050')).toHaveAccessibleName(/wan-2.5 Rejected: quality cost unknown .*Prompt not followed/);
    await expect.element(tile('gen_00050')).toHaveTextContent('cost unknown');
    await expect.element(tile('gen_00048')).toHaveTextContent('No clip');
    await expectAccessible();
  });

  test('of 100,000 show without a blank wherever one scrolls, with few tiles in the page', async () => {
    await openWindow({ at: { screen: 'clips', filter: {} }, generations: 100_000 });
    await expect.element(tile('gen_100000')).toBeVisible();
    for (const part of [0.13, 0.5, 0.87, 1]) {
      scroller().scrollTop = scroller().scrollHeight * part;
      await expect
        .poll(() => {
          const box = scroller().getBoundingClientRect();
          // Every place where a tile's middle would be is a tile that says its id.
          return [0.2, 0.5, 0.8].every((x) =>
            [0.2, 0.5, 0.8].every((y) => {
              const at = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
              const option = at?.closest('[role=option]') ?? scroller().querySelector('[role=option]');
              return option?.textContent.includes('gen_');
            }),
          );
        })
        .toBe(true);
    }
    expect(document.querySelectorAll('[role=option]').length).toBeLessThan(80);
    await expect.element(tile('gen_00001')).toBeVisible();
  });

  test('are walked through with the arrows, and the focus is never lost', async () => {
    const { keys } = await openWindow({ at: { screen: 'clips', filter: {} }, generations: 100_000 });
    await expect.element(tile('gen_100000')).toBeVisible();
    await expect.element(grid()).toHaveFocus();
    const active = () => document.getElementById(scroller().getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-posinset');
    await keys.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    await expect.poll(active).toBe('2');
    await keys.keyboard('{End}');
    await expect.poll(active).toBe('100000');
    scroller().scrollTop = 0;
    await expect.poll(active).toBe('100000');
    await keys.keyboard('{Home}');
    await expect.poll(active).toBe('1');
    await expect.element(grid()).toHaveFocus();
  });

  test('are chosen in an order that stays the order of comparing', async () => {
    const { keys } = await openWindow({ at: { screen: 'clips', filter: {} } });
    await tile('gen_00047').click();
    await tile('gen_00050').click({ modifiers: ['Control'] });
    await expect.poll(chosen).toEqual(['gen_00047', 'gen_00050']);
    await expectAccessible();
    await keys.keyboard('c');
    expect(router.current).toEqual({ screen: 'review', generations: ['gen_00047', 'gen_00050'] });
  });

  test('are reached with Shift, and let go with Escape', async () => {
    const { keys } = await openWindow({ at: { screen: 'clips', filter: {} } });
    await tile('gen_00049').click();
    await tile('gen_00046').click({ modifiers: ['Shift'] });
    await expect.poll(chosen).toEqual(['gen_00049', 'gen_00048', 'gen_00047', 'gen_00046']);
    await keys.keyboard('{Escape}');
    await expect.poll(chosen).toEqual([]);
  });

  test('are narrowed by facets and words, and nothing found says how to see all again', async () => {
    const { keys } = await openWindow({ at: { screen: 'clips', filter: {} } });
    await page.getByRole('checkbox', { name: 'Published' }).click();
    await expect.element(page.getByText('5 matches')).toBeVisible();
    await keys.keyboard('/');
    await userEvent.type(page.getByRole('searchbox', { name: 'Search clips' }), 'no such clip');
    await expect.element(page.getByRole('heading', { name: 'No clip matches' })).toBeVisible();
    await expectAccessible();
    await page.getByRole('button', { name: 'Show all clips' }).last().click();
    await expect.element(page.getByText('50 attempts')).toBeVisible();
  });

  test('run along as the pointer moves over them', async () => {
    await openWindow({ at: { screen: 'clips', filter: {} } });
    await tile('gen_00050').hover();
    await expect.poll(() => document.querySelectorAll('.moment').length).toBe(1);
  });

  test('that are none yet say what brings them in', async () => {
    await openWindow({ at: { screen: 'clips', filter: {} }, empty: true });
    await expect.element(page.getByRole('heading', { name: 'No clips yet' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Import clips/ }).first()).toBeVisible();
    await expectAccessible();
  });

  test('that cannot be read say so and can be asked for again', async () => {
    const { shell } = await openWindow();
    shell.failNext('clip_page', { code: 'library', message: 'The library could not be read.', hint: 'Check the disk, then try again.' });
    router.go({ screen: 'clips', filter: {} });
    await expect.element(page.getByText('The library could not be read.')).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(tile('gen_00050')).toBeVisible();
  });
});
