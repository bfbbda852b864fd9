import { describe, expect, it } from 'vitest';
import { travel } from './travel';

const range = { first: 2, last: 5 };
const path = (...[from, way, atEnd]: [number, 1 | -1, 'stop' | 'again' | 'turn']) =>
  Array.from({ length: 9 }, (_, frames) => travel(from, frames, way, range, atEnd).position);

describe('a playhead', () => {
  it('stops at the end it goes towards', () => {
    expect(path(3, 1, 'stop')).toEqual([3, 4, 5, 5, 5, 5, 5, 5, 5]);
    expect(path(3, -1, 'stop')).toEqual([3, 2, 2, 2, 2, 2, 2, 2, 2]);
    expect(travel(3, 1, 1, range, 'stop').over).toBe(false);
    expect(travel(3, 2, 1, range, 'stop').over).toBe(true);
    expect(travel(3, 1, -1, range, 'stop').over).toBe(true);
  });

  it('begins again at the other end, either way', () => {
    expect(path(4, 1, 'again')).toEqual([4, 5, 2, 3, 4, 5, 2, 3, 4]);
    expect(path(3, -1, 'again')).toEqual([3, 2, 5, 4, 3, 2, 5, 4, 3]);
  });

  it('turns round and shows the turning frame once', () => {
    expect(path(4, 1, 'turn')).toEqual([4, 5, 4, 3, 2, 3, 4, 5, 4]);
    expect(path(3, -1, 'turn')).toEqual([3, 2, 3, 4, 5, 4, 3, 2, 3]);
    expect([0, 1, 2, 4].map((frames) => travel(4, frames, 1, range, 'turn').way)).toEqual([1, -1, -1, 1]);
  });

  it('does not move where there is one frame', () => {
    expect(travel(7, 20, 1, { first: 7, last: 7 }, 'again')).toEqual({ position: 7, way: 1, over: true });
  });

  it('is where it should be after hours', () => {
    expect(travel(0, 10_000_000, 1, { first: 0, last: 143 }, 'again').position).toBe(10_000_000 % 144);
  });
});
