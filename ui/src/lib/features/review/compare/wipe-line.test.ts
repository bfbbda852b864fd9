import { expect, test } from 'vitest';
import { clipPath, farSide, lineWithin, pushed, through, turned, turnedTo, UPRIGHT } from './wipe-line';

const box = { width: 200, height: 100 };

test('upright, the second take is on the right of the line', () => {
  expect(farSide(UPRIGHT, box)).toEqual([
    { x: 100, y: 0 },
    { x: 200, y: 0 },
    { x: 200, y: 100 },
    { x: 100, y: 100 },
  ]);
  expect(clipPath(farSide(UPRIGHT, box))).toBe('polygon(100.00px 0.00px, 200.00px 0.00px, 200.00px 100.00px, 100.00px 100.00px)');
});

test('a quarter turn puts it below, half a turn on the left', () => {
  const ys = farSide(turned(UPRIGHT, 90), box).map((point) => Math.round(point.y));
  expect(Math.min(...ys)).toBe(50);
  const xs = farSide(turned(UPRIGHT, 180), box).map((point) => Math.round(point.x));
  expect(Math.max(...xs)).toBe(100);
});

test('at 45 degrees the line runs through its point at that angle in pixels, whatever the shape of the box', () => {
  const [top, bottom] = lineWithin(turned(UPRIGHT, 45), box)!;
  const rise = Math.abs(top.y - bottom.y);
  expect(rise).toBeCloseTo(Math.abs(top.x - bottom.x));
  expect(rise).toBeCloseTo(100);
});

test('it follows the pointer and stays in the picture', () => {
  expect(through(UPRIGHT, { x: 50, y: 25 }, box)).toEqual({ x: 0.25, y: 0.25, degrees: 0 });
  expect(through(UPRIGHT, { x: -9, y: 400 }, box)).toEqual({ x: 0, y: 1, degrees: 0 });
});

test('at the far edge nothing of the second take is left, at the near edge nothing of the first', () => {
  const gone = pushed(UPRIGHT, 1);
  expect(farSide({ ...gone, x: 1.01 }, box)).toEqual([]);
  expect(clipPath([])).toBe('inset(100%)');
  expect(farSide(pushed(UPRIGHT, -1), box)).toHaveLength(4);
});

test('the pointer turns it to any angle around its point, the shorter way round', () => {
  const square = { width: 200, height: 200 };
  expect(turnedTo(UPRIGHT, { x: 200, y: 0 }, square).degrees).toBe(45);
  expect(turnedTo(UPRIGHT, { x: 0, y: 200 }, square).degrees).toBe(45);
  expect(turnedTo(UPRIGHT, { x: 0, y: 0 }, square).degrees).toBe(315);
  expect(turnedTo(UPRIGHT, { x: 190, y: 100 }, square).degrees).toBeOneOf([90, 270]);
  expect(turnedTo(turned(UPRIGHT, 170), { x: 100, y: 0 }, square).degrees).toBe(180);
  const odd = turnedTo(UPRIGHT, { x: 137, y: 21 }, square);
  const [from, to] = lineWithin(odd, square)!;
  expect((to.y - from.y) / (to.x - from.x)).toBeCloseTo((21 - 100) / (137 - 100), 1);
  expect(turnedTo(UPRIGHT, { x: 102, y: 101 }, square)).toEqual(UPRIGHT);
});

test('keys push it along the way it faces', () => {
  expect(pushed(UPRIGHT, 0.1)).toEqual({ x: 0.6, y: 0.5, degrees: 0 });
  expect(pushed(turned(UPRIGHT, 90), 0.1)).toEqual({ x: 0.5, y: 0.6, degrees: 90 });
  expect(turned(UPRIGHT, -15).degrees).toBe(345);
});
