import { expect, test } from 'vitest';
import { gridFor, layoutFor, nextLayout, placeIn, type Layout } from './layouts';

const round = (takes: number) => {
  const seen: Layout[] = [1];
  for (let layout = nextLayout(1, takes); layout !== 1; layout = nextLayout(layout, takes)) seen.push(layout);
  return seen;
};

test('G goes through the layouts that the takes can fill, and back to one', () => {
  expect(round(1)).toEqual([1]);
  expect(round(2)).toEqual([1, 2]);
  expect(round(3)).toEqual([1, 2, 4]);
  expect(round(5)).toEqual([1, 2, 4, 9]);
  expect(round(50)).toEqual([1, 2, 4, 9]);
});

test('a selection opens in the smallest layout that holds it', () => {
  expect([1, 2, 3, 4, 5, 9, 40].map(layoutFor)).toEqual([1, 2, 4, 4, 9, 9, 9]);
});

test('takes lie where they are seen largest: upright ones in a row, wide ones in a square', () => {
  const stage = { width: 1000, height: 560 };
  expect(gridFor(4, 16 / 9, stage)).toEqual({ columns: 2, rows: 2 });
  expect(gridFor(4, 9 / 16, stage)).toEqual({ columns: 4, rows: 1 });
  expect(gridFor(9, 16 / 9, stage)).toEqual({ columns: 3, rows: 3 });
  expect(gridFor(2, 16 / 9, stage)).toEqual({ columns: 2, rows: 1 });
});

test('places fill row by row', () => {
  const grid = { columns: 2, rows: 2 };
  expect(placeIn(grid, 0)).toEqual({ left: 0, top: 0, width: 50, height: 50 });
  expect(placeIn(grid, 3)).toEqual({ left: 50, top: 50, width: 50, height: 50 });
});
