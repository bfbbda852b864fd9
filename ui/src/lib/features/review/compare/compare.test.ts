import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../../../test/axe';
import { takesWithClips, openWindow } from '../../../../test/window';

import counter from '../../../../test/media/counter.mp4?url';
import counterIndex from '../../../../test/media/counter.index.json?url';

type Open = Awaited<ReturnType<typeof openWindow>>;

/** The room over takes that all play the same counted clip, chosen in this order. */
async function room(generations: string[]): Promise<Open> {
  const { app } = await import('$lib/state/app.svelte');
  const open = await openWindow({
    at: { screen: 'review', generations },
    prepare(shell) {
      const original = shell.clip_detail.bind(shell);
      shell.clip_detail = async (args) => ({
        ...(await original(args)),
        preview: { state: 'ready', frame_count: 49, frame_rate: '24000/1001', width: 192, height: 108, audio: true, normalised: [] },
      });
      const media = shell.media.bind(shell);
      shell.media = (base) => ({ ...media(base), preview: () => counter, previewIndex: () => counterIndex });
    },
  });
  expect(app.media.preview('any')).toBe(counter);
  return open;
}

const named = () => [...document.querySelectorAll('.words .who')].map((who) => who.textContent.replace(', judged next', '').trim());
const told = () => [...document.querySelectorAll('output[data-frame]')].map((output) => output.textContent);
const said = () => document.querySelector('.strip [role=status]')?.textContent;
const seenFilms = () => [...document.querySelectorAll<HTMLElement>('.pictures > .slot')].filter((slot) => !slot.querySelector('.film.away'));

/** The room over the first takes of the mock that have a clip. */
async function some(howMany: number): Promise<Open & { ids: string[] }> {
  const ids = takesWithClips().slice(0, howMany);
  return { ...(await room(ids)), ids };
}

describe('layouts', () => {
  test('what was chosen lies in its order, and G goes through the layouts it can fill', async () => {
    const { keys, ids } = await some(4);
    await expect.poll(named).toEqual(ids);
    await expect.poll(() => seenFilms().length).toBe(4);
    await expectAccessible();
    await keys.keyboard('g');
    await expect.poll(named).toEqual([]);
    await keys.keyboard('g');
    await expect.poll(named).toEqual(ids.slice(0, 2));
    await keys.keyboard('g');
    await expect.poll(named).toEqual(ids);
  });

  test('nine lie beside each other', async () => {
    const { ids } = await some(9);
    await expect.poll(named).toEqual(ids);
    await expect.poll(() => seenFilms().length).toBe(9);
  });

  test('a digit shows a take on the frame that is shown', async () => {
    const { keys, ids } = await some(3);
    await expect.poll(named).toEqual(ids);
    await keys.keyboard('k{Home}{ArrowRight}{ArrowRight}{ArrowRight}`');
    await expect.poll(told).toEqual(['3']);
    await keys.keyboard('3');
    await expect.poll(named).toEqual([`B ${ids[2]}`]);
    await expect.poll(told).toEqual(['3']);
    await keys.keyboard('`');
    await expect.poll(named).toEqual([`A ${ids[0]}`]);
    expect(told()).toEqual(['3']);
  });
});

describe('two in one picture', () => {
  let keys: Open['keys'];
  let ids: string[];

  beforeEach(async () => {
    ({ keys, ids } = await some(2));
    await expect.poll(named).toEqual(ids);
    await keys.keyboard('k{Home}');
    await expect.poll(told).toEqual(['0', '0']);
  });

  const upper = () => document.querySelector<HTMLElement>('.pictures > .upper');

  test('the wipe clips the second take at a line that keys push and turn', async () => {
    await keys.keyboard('w');
    await expect.poll(() => upper()?.querySelector<HTMLElement>('.box')?.style.clipPath).toMatch(/^polygon/);
    expect(said()).toBe(`Wipe: ${ids[0]} and, beyond the line, ${ids[1]}`);
    const before = upper()?.querySelector<HTMLElement>('.box')?.style.clipPath;
    await keys.keyboard('{]}');
    await expect.poll(() => upper()?.querySelector<HTMLElement>('.box')?.style.clipPath).not.toBe(before);
    await keys.keyboard('{Shift>}{]}{/Shift}');
    await expect.element(page.getByRole('group', { name: 'Turn' })).toHaveTextContent('15°');
    await expectAccessible();
    await keys.keyboard('w');
    await expect.poll(() => upper()).toBeNull();
  });

  test('the line follows the pointer, and turns with Alt, pressed or not', async () => {
    await keys.keyboard('w');
    await expect.poll(() => upper()?.querySelector<HTMLElement>('.box')?.style.clipPath).toMatch(/^polygon/);
    await expect.element(page.getByText('Alt and the pointer turn the line')).toBeVisible();
    const box = document.querySelector('.gauge .box')!.getBoundingClientRect();
    const target = document.querySelector('[data-slot]')!;
    const at = (x: number, y: number, more: PointerEventInit = {}) => ({ clientX: box.left + x, clientY: box.top + y, bubbles: true, pointerId: 1, button: 0, ...more });
    target.dispatchEvent(new PointerEvent('pointermove', at(300, 200)));
    await expect.poll(() => upper()?.querySelector<HTMLElement>('.box')?.style.clipPath).toContain('polygon(300px 0px');
    target.dispatchEvent(new PointerEvent('pointermove', at(400, 100, { altKey: true })));
    await expect.element(page.getByRole('group', { name: 'Turn' })).toHaveTextContent('45°');
    target.dispatchEvent(new PointerEvent('pointerdown', at(400, 100, { altKey: true })));
    target.dispatchEvent(new PointerEvent('pointermove', at(373, 38, { altKey: true })));
    target.dispatchEvent(new PointerEvent('pointerup', at(373, 38, { altKey: true })));
    await expect.element(page.getByRole('group', { name: 'Turn' })).toHaveTextContent('24°');
  });

  test('one of them is heard, the first until another is chosen', async () => {
    const { Player } = await import('$lib/player/player.svelte');
    const heard = vi.spyOn(Player.prototype, 'hear');
    const said = () => document.querySelector('.strip .heard')?.textContent;
    expect(said()).toBe(ids[0]);
    await keys.keyboard('{Shift>}m{/Shift}');
    await expect.poll(said).toBe(ids[1]);
    expect(heard).toHaveBeenLastCalledWith(1);
    await keys.keyboard('w');
    await expect.poll(said).toBe(ids[1]);
    await keys.keyboard('{Shift>}m{/Shift}');
    await expect.poll(said).toBe(ids[0]);
    expect(heard).toHaveBeenLastCalledWith(0);
    heard.mockRestore();
  });

  test('the overlay lays it over the first, more or less opaque', async () => {
    await keys.keyboard('v');
    await expect.poll(() => upper()?.style.opacity).toBe('0.5');
    await keys.keyboard('{[}{[}');
    await expect.poll(() => upper()?.style.opacity).toBe('0.3');
  });

  test('the difference is amplified, and what made them stands beside it', async () => {
    await keys.keyboard('d');
    await expect.poll(() => upper()?.style.mixBlendMode).toBe('difference');
    const pictures = () => document.querySelector<HTMLElement>('.pictures')?.style.filter;
    expect(pictures()).toBe('brightness(4)');
    await keys.keyboard('{]}');
    await expect.poll(pictures).toBe('brightness(8)');
    const beside = page.getByRole('complementary', { name: 'What made them' });
    await expect.element(beside).toBeVisible();
    await expect.element(beside.getByText('push-in')).toBeVisible();
    await expect.element(beside.getByRole('row', { name: /cfg_scale/ })).toHaveTextContent('79');
    await expectAccessible();
  });

  test('a nudge moves one side by a frame and says so', async () => {
    await keys.keyboard('{ArrowRight}{ArrowRight}2{Shift>}{.}{.}{/Shift}');
    await expect.poll(told).toEqual(['2', '4']);
    await expect.element(page.getByText('nudged +2')).toBeVisible();
    await keys.keyboard('{Shift>}\\{/Shift}');
    await expect.poll(told).toEqual(['2', '2']);
  });

  test('I and O choose what is played again, and it stands on the scrubber', async () => {
    await keys.keyboard('{ArrowRight}{ArrowRight}i');
    await keys.keyboard('{Shift>}{ArrowRight}{/Shift}o');
    await expect.poll(() => document.querySelector('[aria-label=Frame]')?.getAttribute('aria-valuetext')).toBe('frame 12 of 49, loops frames 2 to 12');
    await keys.keyboard('/');
    await expect.poll(() => Math.min(...told().map(Number))).toBeGreaterThanOrEqual(2);
    await keys.keyboard('k\\');
    await expect.poll(() => document.querySelector('[aria-label=Frame]')?.getAttribute('aria-valuetext')).not.toContain('loops');
  });

  test('one zoom, one exposure for both', async () => {
    await keys.keyboard('=={Shift>}={/Shift}');
    const turns = () => [...document.querySelectorAll<HTMLElement>('.pictures .picture')].map((picture) => `${picture.style.transform} ${picture.style.filter}`);
    await expect.poll(() => new Set(turns()).size).toBe(1);
    await expect.poll(() => turns()[0]).toMatch(/scale\(1\.5625\) url\("#shared-tone"\)/);
    await keys.keyboard('0{Shift>}0{/Shift}');
    await expect.poll(() => turns()[0]?.trim()).toBe('');
  });
});

describe('blind', () => {
  test('hides model, prompt and price, names takes by letters, and takes both bad for an answer', async () => {
    const { shell, keys, ids } = await some(3);
    await expect.poll(named).toEqual(ids);
    await keys.keyboard('b');
    await expect.poll(named).toEqual(['Take A', 'Take B', 'Take C']);
    const text = document.body.innerText;
    for (const hidden of [...ids, 'kling', 'veo', 'wan', 'Camera: slow']) expect(text).not.toContain(hidden);
    expect(document.body.innerHTML).not.toContain(ids[0]);
    await expectAccessible();
    await keys.keyboard('gg');
    await expect.poll(() => named().length).toBe(2);
    await keys.keyboard('{Shift>}t{/Shift}');
    await expect.poll(() => shell.world.pairs).toMatchObject([{ answer: 'both_bad', blind: true, person_id: 'pe_0001' }]);
    await expect.poll(() => said()).toMatch(/^Saved\./);
    expect(shell.calls.some((call) => call.command === 'decide')).toBe(false);
    // Whichever order they were shuffled into: the pair stays on screen when it is named, and what was said of it stands beside it.
    const next = shell.world.pairs[0]?.a;
    await keys.keyboard('b');
    await expect.element(page.getByRole('complementary', { name: 'What made them' }).getByText(/answered for/)).toBeVisible();
    expect(named()[0]).toBe(next);
  });
});

test('how takes were compared is remembered with their brief', async () => {
  const { shell, keys, ids } = await some(2);
  await expect.poll(named).toEqual(ids);
  await keys.keyboard('w==');
  await expect.poll(() => [...shell.world.compared.values()].at(-1)).toMatchObject({ mode: 'wipe', takes: ids, layout: 2, zoom: 1.5625 });
  const { router } = await import('$lib/state/router.svelte');
  router.go({ screen: 'clips' });
  await expect.element(page.getByRole('heading', { name: 'Clips' })).toBeVisible();
  router.go({ screen: 'review', generations: ids });
  await expect.poll(() => document.querySelector('.stage.wipe')).not.toBeNull();
  await expect.element(page.getByRole('group', { name: 'Zoom' })).toHaveTextContent('156 %');
});
