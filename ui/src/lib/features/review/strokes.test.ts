import { describe, expect, test } from 'vitest';
import { pathOf } from '$lib/player/drawings';
import { begin, extend, isDrawn, pointIn } from './strokes';

describe('drawing on the picture', () => {
  test('a place is a share of the picture, whatever its size, and never outside it', () => {
    expect(pointIn(new DOMRect(100, 50, 640, 360), 420, 230)).toEqual({ x: 0.5, y: 0.5 });
    expect(pointIn(new DOMRect(100, 50, 64, 36), 132, 68)).toEqual({ x: 0.5, y: 0.5 });
    expect(pointIn(new DOMRect(100, 50, 640, 360), 20, 900)).toEqual({ x: 0, y: 1 });
  });

  test('a pen leaves its way, an arrow and a box only their ends', () => {
    let pen = begin('pen', { x: 0.1, y: 0.1 });
    pen = extend(extend(pen, { x: 0.1005, y: 0.1 }), { x: 0.3, y: 0.2 });
    expect(pen).toEqual({ kind: 'pen', points: [{ x: 0.1, y: 0.1 }, { x: 0.3, y: 0.2 }] });
    const box = extend(extend(begin('box', { x: 0, y: 0 }), { x: 0.2, y: 0.2 }), { x: 0.5, y: 0.4 });
    expect(box).toEqual({ kind: 'box', from: { x: 0, y: 0 }, to: { x: 0.5, y: 0.4 } });
    expect(isDrawn(box)).toBe(true);
    expect(isDrawn(begin('arrow', { x: 0.5, y: 0.5 }))).toBe(false);
  });

  test('the same box is a rectangle in a wide and in a tall picture', () => {
    const box = { kind: 'box', from: { x: 0.25, y: 0.5 }, to: { x: 0.75, y: 1 } } as const;
    expect(pathOf(box, 2)).toBe('M500.0 500.0L1500.0 500.0L1500.0 1000.0L500.0 1000.0Z');
    expect(pathOf(box, 0.5)).toBe('M125.0 500.0L375.0 500.0L375.0 1000.0L125.0 1000.0Z');
  });
});
