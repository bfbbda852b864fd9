import { describe, expect, it } from 'vitest';
import { clampFrame, describeRate, frameAt, middleOf, parseFrameRate, sameMoment, timecode, type FrameRate } from './frame-rate';

const rates: FrameRate[] = [
  { numerator: 8, denominator: 1 },
  { numerator: 24000, denominator: 1001 },
  { numerator: 24, denominator: 1 },
  { numerator: 25, denominator: 1 },
  { numerator: 30000, denominator: 1001 },
  { numerator: 50, denominator: 1 },
  { numerator: 60000, denominator: 1001 },
  { numerator: 7_654_321, denominator: 511_111 },
];

describe('frame rates', () => {
  it('are fractions, and anything else is refused', () => {
    expect(parseFrameRate('24000/1001')).toEqual({ numerator: 24000, denominator: 1001 });
    expect(parseFrameRate(' 30 ')).toEqual({ numerator: 30, denominator: 1 });
    for (const wrong of ['', '0/1', '24/0', '23.976', '-24', 'fast']) expect(parseFrameRate(wrong)).toBeNull();
  });

  it('give back the frame a seek was aimed at, after an hour as at the start, whatever microsecond rounding the player does', () => {
    for (const rate of rates) {
      for (const frame of [0, 1, 2, 7, 143, 144, 1000, 86_399, 215_999]) {
        const target = middleOf(frame, rate);
        expect(frameAt(target, rate)).toBe(frame);
        expect(frameAt(Math.round(target * 1e6) / 1e6, rate)).toBe(frame);
      }
    }
  });

  it('count a frame from its very first moment', () => {
    for (const rate of rates) {
      for (const frame of [0, 1, 5, 999]) expect(frameAt((frame * rate.denominator) / rate.numerator, rate)).toBe(frame);
    }
  });

  it('match two clips by their start: the frame on screen at the same moment', () => {
    const [film, video] = [rates[2]!, { numerator: 30, denominator: 1 }];
    expect([0, 1, 2, 3, 4, 5].map((frame) => sameMoment(frame, video, film))).toEqual([0, 1, 2, 2, 3, 4]);
    expect(sameMoment(215_999, rates[7]!, rates[7]!)).toBe(215_999);
    expect(sameMoment(9_999_999, rates[6]!, rates[7]!)).toBe(Number((19_999_999n * 1001n * 7_654_321n) / (2n * 60_000n * 511_111n)));
  });

  it('are written as people write them', () => {
    expect(rates.slice(0, 3).map(describeRate)).toEqual(['8 fps', '23.976 fps', '24 fps']);
    expect(timecode(0, rates[1]!)).toBe('00:00:00:00');
    expect(timecode(24 * 61 + 7, rates[1]!)).toBe('00:01:01:07');
    expect(timecode(48, rates[0]!)).toBe('00:00:06:00');
  });

  it('never ask for a frame the clip does not have', () => {
    expect([-3, 0, 48, 49, 1000].map((frame) => clampFrame(frame, 49))).toEqual([0, 0, 48, 48, 48]);
  });
});
