import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openRoom } from '../../../test/review';
import { takesWithClips } from '../../../test/window';

/** Whether anybody sees it: it is there, and nothing around it cuts it off. */
function isSeen(element: Element): boolean {
  const box = element.getBoundingClientRect();
  if (!element.checkVisibility() || box.width === 0 || box.height === 0) return false;
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowX === 'visible') continue;
    const edge = around.getBoundingClientRect();
    if (box.left < edge.left - 0.5 || box.right > edge.right + 0.5) return false;
  }
  return true;
}

const all = (selector: string) => [...document.querySelectorAll(selector)];
const words = (selector: string) => all(selector).map((element) => element.textContent.replace(/\s+/g, ' ').trim());
const shared = () => words('.shared > span');

async function ready(howMany: number): Promise<void> {
  await expect.poll(() => all('.line .source').length).toBe(howMany);
  await expect.poll(() => words('.shared .pace')[0], { timeout: 20_000 }).toMatch(/^23\.976 fps, \d+ shown$/);
}

describe.each([
  ['1280 by 800', 1280, 800],
  ['1920 by 1080', 1920, 1080],
])('in a window of %s', (_, width, height) => {
  test.each([
    ['a pair', 2, '', 2],
    ['a wipe', 2, 'w', 2],
    ['an overlay', 2, 'v', 2],
    ['a difference', 2, 'd', 2],
    ['four', 4, '', 4],
    ['nine', 9, '', 9],
  ])('everything that is said of %s is seen: frame, preview or original and scale of each, and what they share once', async (_what, takes, pressed, shown) => {
    await page.viewport(width, height);
    const { keys } = await openRoom({ generations: takesWithClips().slice(0, takes), normalised: ['rotated', 'scaled'] });
    await expect.poll(() => all('.line .source').length).toBe(takes);
    if (pressed) await keys.keyboard(pressed);
    await ready(shown);
    for (const element of all('.line .who, .line .frame, .line .source, .line .scale, .shared > span')) {
      expect(isSeen(element), element.textContent).toBe(true);
    }
    expect(words('.line .scale').every((scale) => /^at \d+ %$/.test(scale))).toBe(true);
    expect(shared()).toEqual(expect.arrayContaining(['turned upright', 'scaled down', 'Sync by start of file']));
    expect(words('.shared .dropped')[0]).toMatch(/^\d+ frames? dropped$/);
    // All of it is also said at once, for whoever rests the pointer on a line.
    expect(all('.line').every((line) => /(preview|original) 192×108 at \d+ %, turned upright, scaled down$/.test(line.getAttribute('title') ?? ''))).toBe(true);
    // The stage keeps its room: what is shared takes one line here.
    expect(document.querySelector('.shared')!.getBoundingClientRect().height).toBeLessThan(40);
  });
});

test('a pair that is nudged apart in one picture says how far, where the frames come from and how large they are', async () => {
  await page.viewport(1280, 800);
  const { keys } = await openRoom({ generations: takesWithClips().slice(0, 2) });
  await expect.poll(() => all('.line .source').length).toBe(2);
  await keys.keyboard('w{Shift>}.{/Shift}');
  await ready(2);
  expect(words('.line .nudge')).toEqual(['nudged +1']);
  for (const element of all('.line .who, .line .frame, .line .nudge, .line .source, .line .scale')) expect(isSeen(element), element.textContent).toBe(true);
});

test('of a picture that is alone its own line says all of it', async () => {
  await page.viewport(1280, 800);
  await openRoom({ normalised: ['rotated', 'scaled'] });
  await expect.poll(() => words('.line .pace')[0], { timeout: 20_000 }).toMatch(/^23\.976 fps, \d+ shown$/);
  expect(words('.line .dropped')[0]).toMatch(/dropped$/);
  expect(words('.line .done')).toEqual(['turned upright, scaled down']);
  for (const element of all('.line > span')) expect(isSeen(element), element.textContent).toBe(true);
  expect(document.querySelector('.shared')).toBeNull();
});
