import { beforeEach, describe, expect, test } from 'vitest';
import type { ClipDetail, MoveView, Problem } from '$lib/ipc';
import { openWindow } from '../../../test/window';
import { worded } from './overtaken';

describe('somebody was first', () => {
  let detail: ClipDetail;
  const at = new Date();
  const refused = (code: string): Problem => ({ code, message: `gen_00002 is rejected_quality since ${at.toISOString()}`, hint: 'As it came.' });
  const move: MoveView = {
    at: '',
    person_id: 'pe_0002',
    person_name: 'Tom Okafor',
    from: 'brand_review',
    to: 'rejected_brand_fit',
    reason: 'brand_mismatch',
    reasons: ['brand_mismatch', 'too_generic'],
    note: null,
    undoes: false,
  };

  beforeEach(async () => {
    const { shell } = await openWindow();
    detail = await shell.clip_detail({ generation_id: 'gen_00002' });
    at.setHours(9, 37, 0, 0);
  });

  const said = (code: string, change: Partial<ClipDetail>) => worded(refused(code), { ...detail, ...change }, 'Take B');

  test('with a decision: what, why, who and when, on the reader’s own clock', () => {
    const { message, hint } = said('status_conflict', { history: [{ ...move, at: at.toISOString() }] });
    expect(message).toBe(
      'Somebody was first: Take B is “Rejected: brand fit” (brand mismatch, too generic), by Tom Okafor, today 09:37. What you said was not recorded.',
    );
    expect(hint).toMatch(/list of what is judged/);
  });

  test('with a step that a decision to be taken back stands under', () => {
    const kept = { ...move, to: 'edited', reason: null, reasons: [], person_name: null, at: at.toISOString() } as const;
    expect(said('undo_overtaken', { history: [{ ...kept, reasons: [] }] }).message).toBe('Take B moved on since: it is “Edited”, by Circletake itself, today 09:37.');
  });

  test('with a hold', () => {
    const hold = { person_id: 'pe_0002', person_name: 'Tom Okafor', at: at.toISOString() };
    expect(said('held', { hold }).message).toBe('Tom Okafor holds Take B since today 09:37.');
    expect(said('held', { hold: null })).toEqual(refused('held'));
  });
});
