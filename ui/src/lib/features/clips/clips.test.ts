import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../test/axe';
import { openWindow } from '../../../test/window';
import { app } from '$lib/state/app.svelte';
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

const GAP = 10;

/** The middle of every tile that the window has room for, worked out from one of them: where nothing is drawn it is named all the same. */
function middles(count: number): { x: number; y: number }[] {
  const one = scroller().querySelector('[role=option]')!;
  const box = scroller().getBoundingClientRect();
  const { left, top, width, height } = one.getBoundingClientRect();
  const place = Number(one.getAttribute('aria-posinset')) - 1;
  const columns = Math.floor((box.width - 2 * 16 + GAP) / (width + GAP));
  const places = Array.from({ length: columns * 200 }, (_, at) => place - columns * 100 - (place % columns) + at);
  return places
    .filter((at) => at >= 0 && at < count)
    .map((at) => ({
      x: left + width / 2 + ((at % columns) - (place % columns)) * (width + GAP),
      y: top + height / 2 + (Math.floor(at / columns) - Math.floor(place / columns)) * (height + GAP),
    }))
    .filter(({ y }) => y > box.top && y < box.bottom);
}

/** What the tile at a point says; nothing where there is none. */
const saidAt = ({ x, y }: { x: number; y: number }) => document.elementFromPoint(x, y)?.closest('[role=option]')?.textContent ?? '';

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
    await openWindow({ at: { screen: 'clips', filter: {} }, generations: 100_000, fills: true });
    await expect.element(tile('gen_100000')).toBeVisible();
    for (const part of [0.13, 0.5, 0.87, 1]) {
      scroller().scrollTop = scroller().scrollHeight * part;
      await expect.poll(() => middles(100_000).length).toBeGreaterThan(5);
      await expect.poll(() => middles(100_000).filter((at) => !saidAt(at).includes('gen_'))).toEqual([]);
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

  test('run along as themselves after another order put them in another clip’s place', async () => {
    const { shell } = await openWindow({ at: { screen: 'clips', filter: {} } });
    const clipOf = (id: string) => shell.world.generations.find(({ row }) => row.generation_id === id)!.row.clip!.clip_key;
    const running = () => document.querySelector<HTMLElement>('.moment')?.style.backgroundImage ?? '';
    await tile('gen_00050').hover();
    await expect.poll(running).toContain(app.media.strip(clipOf('gen_00050')));
    await page.getByRole('combobox', { name: 'Order' }).selectOptions('Oldest first');
    await tile('gen_00001').hover();
    await expect.poll(running).toContain(app.media.strip(clipOf('gen_00001')));
  });

  test('leave the focus to whoever is typing, also when a search that found nothing finds something again', async () => {
    const { keys } = await openWindow({ at: { screen: 'clips', filter: {} } });
    await expect.element(grid()).toHaveFocus();
    await keys.keyboard('/');
    const search = page.getByRole('searchbox', { name: 'Search clips' });
    await keys.keyboard('gen_0004x');
    await expect.element(page.getByRole('heading', { name: 'No clip matches' })).toBeVisible();
    await keys.keyboard('{Backspace}');
    await expect.element(tile('gen_00041')).toBeVisible();
    await expect.element(search).toHaveFocus();
    await keys.keyboard('7');
    await expect.element(search).toHaveValue('gen_00047');
    await expect.element(page.getByText('1 match')).toBeVisible();
  });

  test('take the focus when nothing else on the screen has it', async () => {
    const { keys } = await openWindow({ at: { screen: 'clips', filter: { search: 'no such clip' } } });
    await page.getByRole('button', { name: 'Show all clips' }).last().click();
    await expect.element(grid()).toHaveFocus();
    await keys.keyboard('{Control>}1{/Control}');
    await expect.element(page.getByRole('heading', { name: 'Pilots' })).toBeVisible();
    await keys.keyboard('{Control>}2{/Control}');
    await expect.element(grid()).toHaveFocus();
  });

  test('answer the arrows wherever the focus is, and reach or walk with Shift and Control', async () => {
    const { keys } = await openWindow({ at: { screen: 'clips', filter: {} } });
    await page.getByRole('checkbox', { name: 'Flagged by checks' }).click();
    await page.getByRole('checkbox', { name: 'Flagged by checks' }).click();
    await expect.element(page.getByText('50 attempts')).toBeVisible();
    await keys.keyboard('{ArrowRight}');
    await expect.poll(chosen).toEqual(['gen_00049']);
    await expect.element(grid()).toHaveFocus();
    await keys.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await expect.poll(chosen).toEqual(['gen_00049', 'gen_00048']);
    await keys.keyboard('{Control>}{ArrowRight}{ArrowRight}{/Control} ');
    await expect.poll(chosen).toEqual(['gen_00049', 'gen_00048', 'gen_00046']);
  });

  test('say so where a reach could not be fetched, and leave what was chosen', async () => {
    const { keys, shell } = await openWindow({ at: { screen: 'clips', filter: {} }, generations: 300 });
    await tile('gen_00300').click();
    shell.failNext('clip_page', { code: 'library', message: 'The library could not be read.', hint: 'Check the disk, then try again.' });
    await keys.keyboard('{Shift>}{End}{/Shift}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('The library could not be read. Check the disk');
    await expect.element(page.getByText('1 clip selected')).toBeVisible();
  });

  test('up to nine are compared, and more are told why not', async () => {
    const { keys } = await openWindow({ at: { screen: 'clips', filter: {} } });
    const compare = () => page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Compare' });
    await tile('gen_00050').click();
    await expect.element(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
    expect(compare().elements()).toHaveLength(0);
    await keys.keyboard('{Shift>}{ArrowRight>9/}{/Shift}');
    await expect.element(page.getByText('10 clips selected')).toBeVisible();
    await expect.element(page.getByText('Up to 9 can be compared.')).toBeVisible();
    expect(compare().elements()).toHaveLength(0);
    await expectAccessible();
    await keys.keyboard('{Shift>}{ArrowLeft}{/Shift}c');
    await expect.poll(() => router.current).toMatchObject({ screen: 'review' });
    expect(router.current).toHaveProperty('generations.length', 9);
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
