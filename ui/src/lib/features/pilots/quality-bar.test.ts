import { describe, expect, test } from 'vitest';
import type { QualityBar } from '$lib/ipc';
import { barOf, rowError, rowsOf } from './quality-bar';

const bar: QualityBar = [
  { kind: 'usable_rate_at_least', rate: '0.1' },
  { kind: 'no_open_rights_rejections' },
  { kind: 'wrong_product_rate_at_most', rate: '0.025' },
  { kind: 'human_minutes_per_usable_at_most', minutes: '45.5' },
];

describe('a quality bar as rows of a form', () => {
  test('comes out as it went in', () => {
    expect(barOf(rowsOf(bar))).toEqual(bar);
    expect(barOf(rowsOf([]))).toEqual([]);
  });

  test('shows shares as per cent without a float in between', () => {
    const shown = Object.fromEntries(rowsOf(bar).map(({ kind, number }) => [kind, number]));
    expect(shown.usable_rate_at_least).toBe('10');
    expect(shown.wrong_product_rate_at_most).toBe('2.5');
    const typed = rowsOf(bar).map((row) => (row.kind === 'usable_rate_at_least' ? { ...row, number: '0.07' } : row));
    expect(barOf(typed)[0]).toEqual({ kind: 'usable_rate_at_least', rate: '0.0007' });
    const all = rowsOf([]).map((row) => (row.kind === 'usable_rate_at_least' ? { ...row, asked: true, number: '100' } : row));
    expect(barOf(all)[0]).toEqual({ kind: 'usable_rate_at_least', rate: '1' });
  });

  test('a number that no share can be is named, one that is not asked is left alone', () => {
    const row = (number: string, asked = true) => rowError({ kind: 'usable_rate_at_least', asked, number });
    expect(row('10')).toBeUndefined();
    expect(row('0')).toBe('Above 0 and at most 100 %.');
    expect(row('ten')).toBe('Write a plain number of per cent.');
    expect(row('ten', false)).toBeUndefined();
  });
});
