import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../../test/axe';
import { judged, openRoom, waiting } from '../../../test/review';
import type { NoteView } from '$lib/ipc';
import type { MockIpc } from '../../../test/window';

type Open = Awaited<ReturnType<typeof openRoom>>;

const field = () => page.getByRole('textbox', { name: /at frame/ });
const drafts = (shell: MockIpc) => shell.world.noteDrafts.get('pe_0001') ?? [];
const told = () => Number(document.querySelector('output[data-frame]')?.getAttribute('data-frame'));
const strokes = () => page.getByRole('img', { name: '1 strokes on this frame' });

function draw(): void {
  const layer = document.querySelector('svg.takes')!;
  const box = layer.getBoundingClientRect();
  const at = (x: number, y: number) => ({ clientX: box.left + x * box.width, clientY: box.top + y * box.height, bubbles: true, cancelable: true, pointerId: 1, button: 0 });
  layer.dispatchEvent(new PointerEvent('pointerdown', at(0.25, 0.25)));
  layer.dispatchEvent(new PointerEvent('pointermove', at(0.5, 0.75)));
  layer.dispatchEvent(new PointerEvent('pointerup', at(0.5, 0.75)));
}

async function elsewhere(): Promise<void> {
  const { router } = await import('$lib/state/router.svelte');
  router.go({ screen: 'clips' });
  await expect.element(page.getByRole('heading', { name: 'Clips' })).toBeVisible();
}

async function back(): Promise<void> {
  const { router } = await import('$lib/state/router.svelte');
  router.back();
  await expect.poll(judged).not.toBe('');
}

describe('a note that was not sent', () => {
  let shell: MockIpc;
  let keys: Open['keys'];
  let first: string;
  let second: string;

  beforeEach(async () => {
    ({ shell, keys } = await openRoom());
    [first = '', second = ''] = waiting(shell);
    await expect.poll(judged).toBe(first);
    await keys.keyboard('k{Home}');
    await expect.poll(told).toBe(0);
  });

  test('a drawing stays with its clip when the next one comes, is named, and is there again with it', async () => {
    await keys.keyboard('{Shift>};{/Shift}');
    await expect.poll(() => document.querySelector('svg.takes')).not.toBeNull();
    draw();
    await expect.element(strokes()).toBeInTheDocument();
    await keys.keyboard('{ArrowDown}');
    await expect.poll(judged).toBe(second);
    await expect.element(page.getByText(`1 unsent note on ${first}`)).toBeVisible();
    await expect.element(strokes()).not.toBeInTheDocument();
    await expectAccessible();
    await page.getByRole('status').getByRole('button', { name: first }).click();
    await expect.poll(judged).toBe(first);
    await expect.element(page.getByText('Unsent note at frame 0')).toBeVisible();
    await expect.element(strokes()).toBeInTheDocument();
    // It came by itself, so the keys are still the room's.
    await keys.keyboard('{ArrowDown}');
    await expect.poll(judged).toBe(second);
    await keys.keyboard('{ArrowUp}');
    await expect.poll(judged).toBe(first);
    await expect.element(page.getByText('Unsent note at frame 0')).toBeVisible();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => shell.world.notes.map(({ generation_id, text }) => [generation_id, text.strokes.length])).toEqual([[first, 1]]);
    await expect.poll(() => drafts(shell)).toEqual([]);
    await keys.keyboard('{ArrowDown}');
    await expect.poll(judged).toBe(second);
    expect(document.querySelector('.unsent')).toBeNull();
  });

  test.each([
    ['a keep', 'p'],
    ['a keep for edit', 'e'],
    ['a reject', 'x4'],
  ])('survives %s of its clip, which can be gone back to', async (_, pressed) => {
    await keys.keyboard('{Shift>};{/Shift}');
    await expect.poll(() => document.querySelector('svg.takes')).not.toBeNull();
    draw();
    await keys.keyboard(pressed);
    await expect.poll(judged).toBe(second);
    await page.getByRole('status').getByRole('button', { name: first }).click();
    await expect.poll(judged).toBe(first);
    await expect.element(strokes()).toBeInTheDocument();
  });

  test('survives somebody else’s decision on its clip', async () => {
    await keys.keyboard(';half a sen');
    shell.world.generations.find(({ row }) => row.generation_id === first)!.row.status = 'approved_for_edit';
    shell.emit('library-changed', { what: 'clips' });
    await expect.poll(judged).toBe(second);
    await expect.element(page.getByText(`1 unsent note on ${first}`)).toBeVisible();
    expect(document.activeElement).toBe(document.body);
  });

  test('survives leaving the room, and is kept with the library as it is written', async () => {
    await keys.keyboard(';half a sen');
    await expect.poll(() => drafts(shell)).toMatchObject([{ generation_id: first, changes: null, text: { body: 'half a sen' } }]);
    await keys.keyboard('tence');
    await elsewhere();
    await back();
    await expect.poll(judged).toBe(first);
    await expect.element(field()).toHaveValue('half a sentence');
    await expect.element(field()).not.toHaveFocus();
    await keys.keyboard(';');
    await expect.element(field()).toHaveFocus();
    await keys.keyboard('{Enter}');
    await expect.poll(() => shell.world.notes.map(({ text }) => text.body)).toEqual(['half a sentence']);
    await expect.poll(() => drafts(shell)).toEqual([]);
  });

  test('words half typed into the picture stay with it', async () => {
    await keys.keyboard('{Shift>};;;;{/Shift}');
    await expect.element(page.getByRole('button', { name: 'Words', exact: true })).toHaveAttribute('aria-pressed', 'true');
    draw();
    await page.getByLabelText('Words in the picture').fill('too dark');
    await page.getByRole('button', { name: second, exact: true }).click();
    await expect.poll(judged).toBe(second);
    await expect.poll(() => drafts(shell)).toMatchObject([{ text: { strokes: [{ kind: 'text', text: 'too dark' }] } }]);
  });

  test('a change to a sent note is still one of that note', async () => {
    await keys.keyboard(';first words{Enter}');
    await page.getByRole('button', { name: 'Change the note at 0' }).click();
    await page.getByRole('textbox', { name: /^Change frame 0/ }).fill('better words');
    await page.getByRole('button', { name: second, exact: true }).click();
    await expect.poll(judged).toBe(second);
    await page.getByRole('status').getByRole('button', { name: first }).click();
    await expect.element(page.getByRole('textbox', { name: /^Change frame 0/ })).toHaveValue('better words');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => shell.world.notes.map(({ text }) => text.body)).toEqual(['better words']);
  });

  test('left on purpose is gone', async () => {
    await keys.keyboard(';never mind');
    await expect.poll(() => drafts(shell)).toHaveLength(1);
    await keys.keyboard('{Escape}{ArrowDown}');
    await expect.poll(judged).toBe(second);
    await expect.poll(() => drafts(shell)).toEqual([]);
    expect(document.querySelector('.unsent')).toBeNull();
  });
});

describe('notes of the version before', () => {
  test('are carried over with their strokes, once, and lie on the new picture', async () => {
    const ids: string[] = [];
    const { shell } = await openRoom({
      prepare: (mock) => {
        const [take] = mock.world.generations.filter(({ row }) => row.status === 'review_pending');
        const { generation_id, brief_id, clip } = take!.row;
        ids.push(generation_id);
        take!.row.clip = { ...clip!, version: 2 };
        const note: NoteView = {
          key: 'note-of-1',
          generation_id,
          brief_id,
          clip_key: `${clip!.clip_key}-before`,
          version: 1,
          frame_rate: '24000/1001',
          person_id: 'pe_0002',
          person_name: 'Tom Okafor',
          text: { range: { first: 0, last: 48 }, category: null, body: 'the handle melts', strokes: [{ kind: 'box', from: { x: 0.2, y: 0.2 }, to: { x: 0.5, y: 0.5 } }] },
          carried_from: null,
          created_at: '2026-11-20T10:00:00Z',
          edited_at: null,
        };
        mock.world.notes = [note];
      },
    });
    await expect.poll(judged).toBe(ids[0]);
    await expect.element(page.getByText('None on this version yet.')).toBeVisible();
    expect(document.querySelectorAll('.drawing path')).toHaveLength(0);
    await page.getByRole('button', { name: 'Carry over 1 note of version 1' }).click();
    await expect.element(page.getByText('Tom Okafor, carried over')).toBeVisible();
    await expect.element(strokes()).toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: /^Carry over/ })).not.toBeInTheDocument();
    expect(shell.world.notes.map(({ clip_key, carried_from }) => [clip_key.endsWith('-before'), carried_from])).toEqual([
      [true, null],
      [false, 'note-of-1'],
    ]);
  });
});

describe('looping a note', () => {
  const range = () => document.querySelector('[aria-label=Frame]')?.getAttribute('aria-valuetext') ?? '';

  test('plays its frames round and round, is no good part of a keep, and lets go again', async () => {
    const { shell, keys } = await openRoom();
    const [first] = waiting(shell) as [string];
    await expect.poll(judged).toBe(first);
    await keys.keyboard('k{Home}{Shift>}{ArrowRight}{/Shift}');
    await expect.poll(told).toBe(10);
    await keys.keyboard('i{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}');
    await expect.poll(told).toBe(14);
    await keys.keyboard('o;flickers{Enter}');
    await expect.poll(() => shell.world.notes[0]?.text.range).toEqual({ first: 10, last: 14 });
    await keys.keyboard('\\{Home}');
    await expect.poll(range).not.toContain('loops');
    const loop = page.getByRole('button', { name: 'Loop the frames of the note at 10–14' });
    await loop.click();
    await expect.poll(range).toContain('loops frames 10 to 14');
    const seen = new Set<number>();
    const until = performance.now() + 1500;
    await expect.poll(told).toBeGreaterThanOrEqual(10);
    while (performance.now() < until) {
      seen.add(told());
      await new Promise((next) => requestAnimationFrame(next));
    }
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...seen)).toBeLessThanOrEqual(14);
    expect(seen.size).toBeGreaterThan(1);
    await loop.click();
    await expect.poll(range).not.toContain('loops');
    await loop.click();
    await expect.poll(range).toContain('loops');
    await keys.keyboard('p');
    await expect.poll(() => shell.calls.find(({ command }) => command === 'decide')?.args).toMatchObject({ request: { generation_id: first, good_part: null } });
  });
});
