import type { ClipPage, ClipRow } from '$lib/ipc';
import { describe, expect, it } from 'vitest';
import { ClipWindow, PAGE } from './clip-window.svelte';

function row(index: number, word: string): ClipRow {
  return {
    generation_id: `gen_${word}${String(index).padStart(5, '0')}`,
    brief_id: 'bf_2025_001',
    model: null,
    status: 'review_pending',
    reason: null,
    cost: null,
    cost_basis: null,
    clip: null,
    flags: [],
    created_at: '2026-11-20T08:00:00Z',
  };
}

/** A library that answers when the test says so. */
function library(total: number, word = '') {
  const asked: { offset: number; answer: () => void; fail: () => void }[] = [];
  const fetch = (offset: number, limit: number) =>
    new Promise<ClipPage>((resolve, reject) => {
      const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => row(offset + at, word));
      asked.push({ offset, answer: () => resolve({ total, offset, rows }), fail: () => reject(new Error('disk')) });
    });
  return { asked, fetch };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('the window onto a long list', () => {
  it('asks only for what is on screen, two pages at a time', async () => {
    const window = new ClipWindow();
    const { asked, fetch } = library(100_000);
    window.ask(fetch);
    window.show({ from: 0, to: 5 * PAGE });
    expect(asked.map(({ offset }) => offset)).toEqual([0, PAGE]);
    for (let scroll = 10; scroll < 400; scroll++) window.show({ from: scroll * PAGE, to: scroll * PAGE + 30 });
    expect(asked).toHaveLength(2);
    asked[0]!.answer();
    await turn();
    expect(window.total).toBe(100_000);
    expect(asked.map(({ offset }) => offset)).toEqual([0, PAGE, 399 * PAGE]);
  });

  it('keeps what is on screen until the next question is answered, and drops answers to the one before', async () => {
    const window = new ClipWindow();
    const first = library(500, 'a');
    const second = library(300, 'b');
    window.ask(first.fetch);
    first.asked[0]!.answer();
    await turn();
    window.show({ from: PAGE, to: PAGE + 10 });
    window.ask(second.fetch);
    expect(window.row(0)?.generation_id).toBe('gen_a00000');
    expect(window.stale).toBe(true);
    first.asked[1]!.answer();
    await turn();
    expect(window.row(PAGE)).toBeUndefined();
    second.asked[0]!.answer();
    await turn();
    expect(window.row(0)?.generation_id).toBe('gen_b00000');
    expect(window.total).toBe(300);
    expect(window.stale).toBe(false);
  });

  it('is refreshed in place when the library changes', async () => {
    const window = new ClipWindow();
    const { asked, fetch } = library(500);
    window.ask(fetch);
    asked[0]!.answer();
    await turn();
    window.refresh();
    expect(window.row(3)).toBeDefined();
    expect(asked).toHaveLength(2);
    asked[1]!.answer();
    await turn();
    expect(window.row(3)).toBeDefined();
  });

  it('stays within its bound however far one scrolls', async () => {
    const window = new ClipWindow();
    let kept = 0;
    window.ask(async (offset, limit) => ({ total: 1_000_000, offset, rows: Array.from({ length: limit }, (_, at) => row(offset + at, '')) }));
    for (let page = 0; page < 200; page++) {
      window.show({ from: page * PAGE, to: page * PAGE + 40 });
      await turn();
      expect(window.row(page * PAGE)).toBeDefined();
    }
    for (let page = 0; page < 200; page++) kept += window.row(page * PAGE) ? 1 : 0;
    expect(kept).toBeLessThanOrEqual(50);
  });

  it('says what went wrong, and a later answer clears it', async () => {
    const window = new ClipWindow();
    const { asked, fetch } = library(10);
    window.ask(fetch);
    asked[0]!.fail();
    await turn();
    expect(window.problem?.message).toContain('disk');
    window.ask(fetch);
    asked[1]!.answer();
    await turn();
    expect(window.problem).toBeNull();
  });

  it('gives the ids of a reach in its direction, loading what is missing', async () => {
    const window = new ClipWindow();
    window.ask(async (offset, limit) => ({ total: 1000, offset, rows: Array.from({ length: limit }, (_, at) => row(offset + at, '')) }));
    await turn();
    expect(await window.idsAt([PAGE + 1, PAGE, PAGE - 1])).toEqual(['gen_00121', 'gen_00120', 'gen_00119']);
  });
});
