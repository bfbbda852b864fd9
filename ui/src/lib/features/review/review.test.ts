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
          good_part: null,
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
      { request: { generation_id: first, decision: { kind: 'reject', reasons: ['too_generic'] } } },
    ]);
  });

  test('more than one reason: Shift and a digit add one, the last digit rejects, and the first is the primary one', async () => {
    await keys.keyboard('x{Shift>}5{/Shift}{Shift>}1{/Shift}');
    await expect.element(page.getByText('primary', { exact: true })).toBeVisible();
    await expectAccessible();
    await keys.keyboard('2');
    await expect.poll(subject).toBe(second);
    await expect.poll(() => decisions(shell)).toMatchObject([
      { request: { decision: { kind: 'reject', reasons: ['prompt_not_followed', 'artifact_or_distortion', 'product_detail_wrong'] } } },
    ]);
    await keys.keyboard('x{Shift>}4{/Shift}{Enter}');
    await expect.poll(() => decisions(shell)[1]).toMatchObject({ request: { decision: { reasons: ['too_generic'] } } });
  });

  test('Z holds a take for later: the next one is there, and the held one waits in its own list until it is let go', async () => {
    await keys.keyboard('z');
    await expect.poll(subject).toBe(second);
    await expect.element(page.getByText('1 held')).toBeVisible();
    await keys.keyboard('q');
    await expect.element(page.getByRole('dialog', { name: 'What is judged' })).toBeVisible();
    await expectAccessible();
    await page.getByText('Held: 1').click();
    await page.getByRole('button', { name: 'Show' }).click();
    await expect.poll(subject).toBe(first);
    await expect.element(page.getByText('Held by Maya Lindqvist')).toBeVisible();
    await keys.keyboard('z');
    await expect.element(page.getByRole('heading', { name: 'Nothing is held' })).toBeVisible();
    expect(shell.world.generations.every((one) => one.hold === null)).toBe(true);
  });

  test('flagged takes come first where that is asked for', async () => {
    await keys.keyboard('q');
    await page.getByText('Flagged first').click();
    await page.getByRole('button', { name: 'Show' }).click();
    const flagged = shell.world.generations.find(({ row }) => row.status === 'review_pending' && row.flags.length > 0);
    await expect.poll(subject).toBe(flagged?.row.generation_id ?? first);
  });

  test('whoever comes second is told who was first, and the take is gone from the queue', async () => {
    shell.failNext('decide', {
      code: 'status_conflict',
      message: `${first} is rejected_quality by now, not review_pending: Tom Okafor moved it at 2026-11-20T08:37:00Z.`,
      hint: 'Look at the clip again, then decide anew or leave it as it is.',
    });
    const one = shell.world.generations.find(({ row }) => row.generation_id === first)!;
    one.row.status = 'rejected_quality';
    const original = shell.clip_detail.bind(shell);
    const move = { person_id: 'pe_0002', person_name: 'Tom Okafor', from: 'review_pending', to: 'rejected_quality', reason: 'too_generic', reasons: ['too_generic'], note: null, undoes: false } as const;
    const at = new Date();
    at.setHours(9, 37, 0, 0);
    shell.clip_detail = async (args) => ({ ...(await original(args)), history: [{ ...move, reasons: ['too_generic'], at: at.toISOString() }] });
    await keys.keyboard('p');
    await expect
      .element(page.getByText(`Somebody was first: ${first} is “Rejected: quality” (too generic), by Tom Okafor, today 09:37. What you said was not recorded.`))
      .toBeVisible();
    expect(document.body.innerText).not.toMatch(/rejected_quality|review_pending|\dZ/);
    await expect.poll(subject).toBe(second);
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
      { request: { decision: { kind: 'reject', reasons: ['other'] }, note: 'the cup is upside down' } },
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

describe('notes', () => {
  const counted = (detail: ClipDetail): ClipDetail => ({ ...detail, preview: COUNTED });
  const notes = (shell: MockIpc) => shell.world.notes.map(({ text }) => text);
  const playing = () => page.getByRole('button', { name: /^Play or pause/ }).element().getAttribute('aria-pressed') === 'true';

  test('; opens a note and stops the picture, Enter sends it and the picture goes on', async () => {
    const { shell, keys } = await room(counted);
    await expect.poll(playing).toBe(true);
    await keys.keyboard(';');
    await expect.element(page.getByRole('textbox', { name: /^Note at frame/ })).toHaveFocus();
    await expect.poll(playing).toBe(false);
    await expectAccessible();
    await keys.keyboard('the handle melts{Enter}');
    await expect.poll(playing).toBe(true);
    expect(notes(shell)).toMatchObject([{ body: 'the handle melts', category: null, strokes: [] }]);
    await expect.element(page.getByRole('region', { name: 'Notes' }).getByText('the handle melts')).toBeVisible();
    await expectAccessible();
  });

  test(', and . jump from note to note, on the very frame', async () => {
    const { shell, keys } = await room(counted);
    const told = () => document.querySelector('output[data-frame]')?.getAttribute('data-frame');
    await keys.keyboard('k{Home}');
    await expect.poll(told).toBe('0');
    for (const [steps, words] of [['{Shift>}{ArrowRight}{/Shift}', 'ten'], ['{Shift>}{ArrowRight}{/Shift}', 'twenty']] as const) {
      const before = Number(told());
      await keys.keyboard(steps);
      await expect.poll(told).toBe(String(before + 10));
      await keys.keyboard(`;${words}{Enter}`);
      await expect.poll(() => notes(shell).at(-1)?.body).toBe(words);
    }
    await keys.keyboard('{Home}');
    await expect.poll(told).toBe('0');
    for (const [key, frame] of [['.', '10'], ['.', '20'], ['.', '10'], [',', '20'], [',', '10']] as const) {
      await keys.keyboard(key);
      await expect.poll(told).toBe(frame);
    }
  });

  test('drawing takes the pointer but never the transport keys', async () => {
    const { shell, keys } = await room(counted);
    await keys.keyboard('k{Home}{Shift>};{/Shift}');
    await expect.poll(() => document.querySelector('svg.takes')).not.toBeNull();
    const layer = document.querySelector('svg.takes')!;
    const box = layer.getBoundingClientRect();
    const at = (x: number, y: number) => ({ clientX: box.left + x * box.width, clientY: box.top + y * box.height, bubbles: true, cancelable: true, pointerId: 1, button: 0 });
    layer.dispatchEvent(new PointerEvent('pointerdown', at(0.25, 0.25)));
    layer.dispatchEvent(new PointerEvent('pointermove', at(0.5, 0.75)));
    layer.dispatchEvent(new PointerEvent('pointerup', at(0.5, 0.75)));
    await expect.element(page.getByRole('img', { name: '1 strokes on this frame' })).toBeInTheDocument();
    const told = () => document.querySelector('output[data-frame]')?.getAttribute('data-frame');
    await keys.keyboard('{ArrowRight}{ArrowRight}');
    await expect.poll(told).toBe('2');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => notes(shell).length).toBe(1);
    const [stroke] = notes(shell)[0]!.strokes;
    expect(stroke).toMatchObject({ kind: 'pen' });
    expect(notes(shell)[0]!.range).toEqual({ first: 0, last: 0 });
  });

  test('own notes can be changed and deleted, somebody else’s cannot', async () => {
    const { shell, keys } = await room(counted);
    await keys.keyboard('k{Home};first words{Enter}');
    await page.getByRole('button', { name: 'Change the note at 0' }).click();
    await expect.element(page.getByRole('textbox', { name: /^Change frame 0/ })).toHaveValue('first words');
    await page.getByRole('textbox', { name: /^Change frame 0/ }).fill('better words');
    await keys.keyboard('{Enter}');
    await expect.poll(() => notes(shell).map(({ body }) => body)).toEqual(['better words']);
    shell.world.notes = shell.world.notes.map((note) => ({ ...note, person_id: 'pe_0002', person_name: 'Tom Okafor' }));
    shell.emit('library-changed', { what: 'notes' });
    await expect.element(page.getByText('Tom Okafor, edited')).toBeVisible();
    expect(document.querySelector('[aria-label^="Delete the note"]')).toBeNull();
  });
});

describe('what was seen', () => {
  test('fills the bar under the timeline, says what is missing and is kept', async () => {
    const { shell, keys } = await room((detail) => ({ ...detail, preview: COUNTED }));
    await keys.keyboard('k{Home}');
    await keys.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(page.getByText(/^You have (not )?seen/)).toBeVisible();
    await expect.poll(() => shell.calls.some((call) => call.command === 'add_seen_frames'), { timeout: 6000 }).toBe(true);
    await expectAccessible();
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

  test('a preview that had to be put off says why and is tried again when asked', async () => {
    const { shell } = await room((detail) => ({ ...detail, preview: { state: 'put_off', failure: 'disk_error' } }));
    await expect.element(page.getByRole('heading', { name: 'The disk could not be read or written.' })).toBeVisible();
    await expect.element(page.getByText('Check that the disk is connected and has space, then try again.')).toBeVisible();
    await expectAccessible();
    const { row } = await shell.clip_detail({ generation_id: subject() });
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(shell.calls).toContainEqual(expect.objectContaining({ command: 'retry_preview', args: { clip_key: row.clip?.clip_key } }));
  });

  test('an answer that comes late does not put the preview back to being made', async () => {
    const { shell } = await room((detail) => ({ ...detail, preview: { state: 'making', percent: 10 } }));
    await expect.element(page.getByRole('heading', { name: 'The preview is being made.' })).toBeVisible();
    const id = subject();
    const detail = await shell.clip_detail({ generation_id: id });
    const clip_key = detail.row.clip?.clip_key ?? '';
    const held: (() => void)[] = [];
    const answers: ClipDetail[] = [
      { ...detail, preview: { state: 'making', percent: 99 } },
      { ...detail, preview: { state: 'failed', failure: 'damaged' } },
    ];
    shell.clip_detail = () => {
      const mine = answers.shift() ?? detail;
      return new Promise((answer) => held.push(() => { answer(mine); }));
    };
    shell.emit('library-changed', { what: 'preview', clip_key });
    shell.emit('library-changed', { what: 'preview', clip_key });
    await expect.poll(() => held.length).toBe(2);
    held[1]?.();
    await expect.element(page.getByRole('heading', { name: 'This file is damaged; none of its pictures can be read.' })).toBeVisible();
    held[0]?.();
    await new Promise((settled) => setTimeout(settled));
    await expect.element(page.getByRole('heading', { name: 'This file is damaged; none of its pictures can be read.' })).toBeVisible();
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
