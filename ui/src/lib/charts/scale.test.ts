import { describe, expect, test } from 'vitest';
import { linear, nearest, ticks } from './scale';

describe('the scale of a chart', () => {
  test('begins at nothing and ends at its length', () => {
    const x = linear(50, 200);
    expect([x(0), x(25), x(50)]).toEqual([0, 100, 200]);
    expect(linear(0, 200)(5)).toBe(0);
  });

  test('has round ticks that reach the largest value', () => {
    expect(ticks(79.16)).toEqual([0, 20, 40, 60, 80]);
    expect(ticks(0.2851)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticks(330)).toEqual([0, 100, 200, 300, 400]);
    expect(ticks(0)).toEqual([0, 1]);
    expect(ticks(Number.POSITIVE_INFINITY)).toEqual([0, 1]);
  });

  test('knows the mark under the pointer', () => {
    expect(nearest([0, 10, 30], 21)).toBe(2);
    expect(nearest([0, 10, 30], -5)).toBe(0);
    expect(nearest([], 3)).toBe(0);
  });
});
