import { expect, test } from 'vitest';
import { FITTED, panned, transform, zoomed } from './view';

test('what lies under the pointer stays under it', () => {
  const view = zoomed(FITTED, 2, { x: 0.25, y: -0.25 });
  // A point of the picture is seen at its place times the zoom, moved by the view.
  const seen = (place: number, moved: number) => place * view.zoom + moved;
  expect(seen(0.25, view.x)).toBeCloseTo(0.25);
  expect(seen(-0.25, view.y)).toBeCloseTo(-0.25);
});

test('the picture never leaves its place', () => {
  expect(panned(FITTED, 1, 1)).toEqual(FITTED);
  expect(panned(zoomed(FITTED, 2), 9, -9)).toEqual({ zoom: 2, x: 0.5, y: -0.5 });
  expect(zoomed(panned(zoomed(FITTED, 4), 1, 1), 1 / 4)).toEqual(FITTED);
});

test('it is never smaller than its place nor closer than sixteen times', () => {
  expect(zoomed(FITTED, 0.5)).toEqual(FITTED);
  expect(zoomed(FITTED, 1000).zoom).toBe(16);
});

test('as it fits, nothing is transformed at all', () => {
  expect(transform(FITTED)).toBeUndefined();
  expect(transform({ zoom: 2, x: 0.25, y: 0 })).toBe('translate(25.000%, 0.000%) scale(2.0000)');
});
