import { describe, expect, test } from 'vitest';
import { framesIn, seenWords, stretch, union } from './seen';

const film = { numerator: 24, denominator: 1 };

describe('what was seen of a clip', () => {
  test('looking twice at the same frames sees them once', () => {
    const seen = union([{ first: 10, last: 20 }], [{ first: 0, last: 5 }, { first: 15, last: 30 }, { first: 6, last: 6 }]);
    expect(seen).toEqual([{ first: 0, last: 6 }, { first: 10, last: 30 }]);
    expect(framesIn(seen)).toBe(28);
  });

  test('a frame that a busy machine skipped while playing counts; one that was jumped over does not', () => {
    expect(stretch(10, 12, true)).toEqual({ first: 10, last: 12 });
    expect(stretch(10, 40, true)).toEqual({ first: 40, last: 40 });
    expect(stretch(10, 12, false)).toEqual({ first: 12, last: 12 });
    expect(stretch(40, 0, true)).toEqual({ first: 0, last: 0 });
  });

  test.each([
    [[], ''],
    [[{ first: 0, last: 143 }], 'You have seen all of it.'],
    [[{ first: 0, last: 119 }], 'You have not seen the last second.'],
    [[{ first: 0, last: 95 }], 'You have not seen the last 2.0 seconds.'],
    [[{ first: 0, last: 142 }], 'You have not seen the last frame.'],
    [[{ first: 6, last: 143 }], 'You have not seen the first 6 frames.'],
    [[{ first: 0, last: 35 }, { first: 108, last: 143 }], 'You have seen 50 % of it.'],
  ])('%j of 144 frames reads “%s”', (ranges, words) => {
    expect(seenWords(ranges, 144, film)).toBe(words);
  });
});
