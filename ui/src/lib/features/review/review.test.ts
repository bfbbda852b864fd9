import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../../test/axe';
import { openWindow } from '../../../test/window';
import type { ClipDetail, PreviewState } from '$lib/ipc';

import counter from '../../../test/media/counter.mp4?url';
import counterIndex from '../../../test/media/counter.index.json?url';

/** 49 frames at 24000/1001 whose number is painted into the upper half as six blocks, white for 1, the lowest bit at the left. */
const COUNTED: PreviewState = {
  state: 'ready',
  frame_count: 49,
  frame_rate: '24000/1001',
  width: 192,
  height: 108,
  audio: false,
  normalised: ['scaled'],
};

type Open = Awaited<ReturnType<typeof openWindow>>;
type MockIpc = Open['shell'];

async function room(change?: (detail: ClipDetail) => ClipDetail, generations?: string[]): Promise<Open> {
  const open = await openWindow({ at: { screen: 'review', ...(generations ? { generations } : {}) } });
  return change ? withDetails(open, change, generations) : open;
}

/** Opens the room again over clips whose details are changed. */
async function withDetails({ shell, ...open }: Open, change: (detail: ClipDetail) => ClipDetail, generations?: string[]): Promise<Open> {
  const { router } = await import('$lib/state/router.svelte');
  router.go({ screen: 'clips' });
  const original = shell.clip_detail.bind(shell);
  shell.clip_detail = async (args) => change(await original(args));
  const media = shell.media(shell.world.start.media_base);
  const { app } = await import('$lib/state/app.svelte');
  app.media = { ...media, preview: () => counter, previewIndex: () => counterIndex };
  await expect.element(page.getByRole('heading', { name: 'Clips' })).toBeVisible();
  router.go({ screen: 'review', ...(generations ? { generations } : {}) });
  await expect.element(page.getByRole('complementary', { name: 'Brief' })).toBeVisible();
  return { shell, ...open };
}

const subject = () => document.querySelector('aside h2')?.textContent ?? '';
const decisions = (shell: MockIpc) => shell.calls.filter((call) => call.command === 'decide').map((call) => call.args);
const waiting = (shell: MockIpc) => shell.world.generations.filter(({ row }) => row.status === 'review_pending').map(({ row }) => row.generation_id);

describe('judging', () => {
  let shell: MockIpc;
  let keys: Open['keys'];
  let first: string;
  let second: string;

  beforeEach(async () => {
    ({ shell, keys } = await room());
    [first = '', second = ''] = waiting(shell);
    await expect.poll(subject).toBe(first);
  });

  test('P keeps, and the next clip is there', async () => {
    await keys.keyboard('p');
    await expect.poll(subject).toBe(second);
    await expect.poll(() => decisions(shell)).toEqual([
      {
        request: {
          generation_id: first,
          person_id: 'pe_0001',
          decision: { kind: 'keep' },
          note: null,
          expected_status: 'review_pending',
          minutes: null,
        },
      },
    ]);
    await expect.element(page.getByText(`${first} kept`)).toBeVisible();
    await expectAccessible();
  });

  test('a reject is two keys: X, then the digit of the reason', async () => {
    await keys.keyboard('x');
    await expect.element(page.getByRole('group', { name: `Why is ${first} rejected?` })).toBeVisible();
    await expectAccessible();
    await keys.keyboard('4');
    await expect.poll(subject).toBe(second);
    await expect.poll(() => decisions(shell)).toMatchObject([
      { request: { generation_id: first, decision: { kind: 'reject', reason: 'too_generic' } } },
    ]);
  });

  test('a digit alone rejects nothing but shows a take, and Escape takes the question back', async () => {
    await keys.keyboard('4');
    await keys.keyboard('x');
    await keys.keyboard('{Escape}');
    await keys.keyboard('4');
    await expect.element(page.getByText(/^Why is/)).not.toBeInTheDocument();
    expect(decisions(shell)).toEqual([]);
    await keys.keyboard('1');
    await expect.poll(subject).toBe(first);
  });

  test('the reason “other” asks for a note, and takes none that is empty', async () => {
    await keys.keyboard('x9');
    const note = page.getByLabelText('What is wrong with it');
    await expect.element(note).toHaveFocus();
    await keys.keyboard('{Enter}');
    await expect.element(page.getByText('Write what is wrong, in your own words.')).toBeVisible();
    await expectAccessible();
    await keys.keyboard('the cup is upside down{Enter}');
    await expect.poll(() => decisions(shell)).toMatchObject([
      { request: { decision: { kind: 'reject', reason: 'other' }, note: 'the cup is upside down' } },
    ]);
    await expect.poll(subject).toBe(second);
  });

  test('U brings back what was judged last, to its place', async () => {
    await keys.keyboard('{ArrowDown}');
    await expect.poll(subject).toBe(second);
    await keys.keyboard('e');
    await expect.poll(subject).not.toBe(second);
    await keys.keyboard('u');
    await expect.poll(subject).toBe(second);
    expect(waiting(shell)).toContain(second);
  });

  test('a decision that could not be saved comes back with what went wrong', async () => {
    shell.failNext('decide', { code: 'library', message: 'The disk is full.', hint: 'Make room, then decide again.' });
    await keys.keyboard('p');
    await expect.element(page.getByText('The disk is full.')).toBeVisible();
    await expect.poll(subject).toBe(first);
    await expectAccessible();
  });

  test('judged takes leave until nothing waits, and the last one can still be undone', async () => {
    const all = waiting(shell);
    for (const id of all) {
      await expect.poll(subject).toBe(id);
      await keys.keyboard('p');
    }
    await expect.element(page.getByRole('heading', { name: 'Everything is judged' })).toBeVisible();
    await expectAccessible();
    await keys.keyboard('u');
    await expect.poll(subject).toBe(all.at(-1));
  });

  test('two side by side: the side that is looked at is judged, the other stays', async () => {
    await keys.keyboard('g');
    await expect.element(page.getByText(`${second}, judged next`)).not.toBeInTheDocument();
    await keys.keyboard('2');
    await expect.poll(subject).toBe(second);
    await expectAccessible();
    await keys.keyboard('p');
    await expect.poll(() => decisions(shell)).toMatchObject([{ request: { generation_id: second } }]);
    await keys.keyboard('1');
    await expect.poll(subject).toBe(first);
  });
});

describe('the picture', () => {
  const counted = (detail: ClipDetail): ClipDetail => ({ ...detail, preview: COUNTED });
  const told = () => [...document.querySelectorAll('output')].map((output) => output.textContent);

  const pictures = () => [...document.querySelectorAll<HTMLCanvasElement>('.film canvas')];

  /** The frame numbers in the pictures on screen, read from their pixels. */
  function painted(): number[] {
    return pictures()
      .filter((picture) => getComputedStyle(picture).visibility === 'visible')
      .map((picture) => {
        const canvas = document.createElement('canvas');
        canvas.width = 192;
        canvas.height = 108;
        const context = canvas.getContext('2d', { willReadFrequently: true })!;
        context.drawImage(picture, 0, 0, 192, 108);
        const { data } = context.getImageData(0, 20, 192, 1);
        return [0, 1, 2, 3, 4, 5].reduce((sum, bit) => sum + (data[(bit * 32 + 16) * 4]! > 128 ? 2 ** bit : 0), 0);
      });
  }

  test('the number is that of the painted picture, at every step, first and last frame included', async () => {
    const { keys } = await room(counted);
    await keys.keyboard('k');
    for (const [key, frame] of [
      ['{Home}', 0],
      ['{ArrowRight}', 1],
      ['{ArrowRight}', 2],
      ['{Shift>}{ArrowRight}{/Shift}', 12],
      ['{ArrowLeft}', 11],
      ['{End}', 48],
      ['{ArrowRight}', 48],
      ['{Shift>}{ArrowLeft}{/Shift}', 38],
      ['{k>}j{/k}', 37],
      ['{k>}l{/k}', 38],
    ] as const) {
      await keys.keyboard(key);
      await expect.poll(told).toEqual([String(frame)]);
      expect(painted()).toEqual([frame]);
    }
  });

  test('it plays by itself, without sound, and Space stops it on the frame it says', async () => {
    const { keys } = await room(counted);
    await expect.poll(() => Number(told()[0])).toBeGreaterThan(0);
    expect(document.querySelectorAll('video, audio')).toHaveLength(0);
    await keys.keyboard(' ');
    const resting = told();
    expect(painted().map(String)).toEqual(resting);
    await new Promise((done) => setTimeout(done, 200));
    expect(told()).toEqual(resting);
    expect(painted().map(String)).toEqual(resting);
  });

  test('two clips step together and show the same frame', async () => {
    const { keys } = await room(counted, ['gen_00002', 'gen_00005']);
    await expect.poll(() => told().length).toBe(2);
    await keys.keyboard('k{Home}{ArrowRight}{ArrowRight}{ArrowRight}');
    await expect.poll(told).toEqual(['3', '3']);
    expect(painted()).toEqual([3, 3]);
    await expectAccessible();
  });

  /** Whether anything but black is on a canvas. */
  function isPainted(picture: HTMLCanvasElement): boolean {
    const { width, height } = picture;
    return picture.getContext('2d')!.getImageData(0, 0, width, height).data.some((level, place) => place % 4 !== 3 && level > 0);
  }

  test('what is shown next waits with its first frame painted: the neighbours and the rivals, and nothing else', async () => {
    await room(counted);
    await expect.poll(() => pictures().length).toBe(4);
    await expect.poll(() => pictures().every((picture) => isPainted(picture))).toBe(true);
  });
});

describe('when there is no picture', () => {
  test.each([
    ['being made', { state: 'making', percent: 42 } as PreviewState, 'The preview is being made.'],
    ['waiting', { state: 'waiting' } as PreviewState, 'The preview waits its turn.'],
    ['failed', { state: 'failed', failure: 'damaged' } as PreviewState, 'This file is damaged; none of its pictures can be read.'],
  ])('a preview that is %s says so and what comes next', async (_, preview, words) => {
    await room((detail) => ({ ...detail, preview }));
    await expect.element(page.getByRole('heading', { name: words })).toBeVisible();
    await expectAccessible();
  });

  test('a file that is gone says so and can be looked for', async () => {
    const { shell, keys } = await room((detail) => ({
      ...detail,
      row: { ...detail.row, clip: detail.row.clip && { ...detail.row.clip, file: 'missing' } },
    }));
    await expect.element(page.getByRole('heading', { name: 'This file is not there any more.' })).toBeVisible();
    await page.getByRole('button', { name: 'Show file' }).click();
    expect(shell.calls.some((call) => call.command === 'show_file')).toBe(true);
    await keys.keyboard('x1');
    await expect.poll(() => decisions(shell)).toHaveLength(1);
  });

  test('an empty queue says what fills it', async () => {
    await openWindow({ at: { screen: 'review' }, empty: true });
    await expect.element(page.getByRole('heading', { name: 'Nothing waits for review' })).toBeVisible();
    await expectAccessible();
  });
});
