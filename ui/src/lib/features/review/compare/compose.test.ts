import { expect, test } from 'vitest';
import { compose, difference, fitted, toneCurve, type Composition, type Side } from './compose';
import { FITTED } from './view';
import { turned, UPRIGHT } from './wipe-line';

/** A flat picture. */
function flat(red: number, green: number, blue: number, width = 160, height = 90): Side {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  context.fillStyle = `rgb(${red} ${green} ${blue})`;
  context.fillRect(0, 0, width, height);
  return { image: canvas, width, height, label: 'gen_00001' };
}

const usual: Omit<Composition, 'sides' | 'mode'> = {
  grid: { columns: 2, rows: 1 },
  box: { width: 160, height: 90 },
  wipe: UPRIGHT,
  opacity: 0.5,
  gain: 1,
  view: FITTED,
  exposure: 0,
  gamma: 1,
};

function at(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  return [...canvas.getContext('2d')!.getImageData(x, y, 1, 1).data].slice(0, 3);
}

const near = (got: number[], wanted: number[]) => got.every((level, index) => Math.abs(level - wanted[index]!) <= 1);

test('a wipe has the first take on one side of its line and the second on the other', () => {
  const sides = [flat(200, 0, 0), flat(0, 0, 200)];
  const made = compose({ ...usual, sides, mode: 'wipe' });
  expect(at(made, 70, 40)).toEqual([200, 0, 0]);
  expect(at(made, 90, 40)).toEqual([0, 0, 200]);
  const lying = compose({ ...usual, sides, mode: 'wipe', wipe: turned(UPRIGHT, 90) });
  expect(at(lying, 140, 30)).toEqual([200, 0, 0]);
  expect(at(lying, 20, 60)).toEqual([0, 0, 200]);
});

test('an overlay mixes both by its opacity', () => {
  const sides = [flat(200, 0, 0), flat(0, 0, 200)];
  expect(near(at(compose({ ...usual, sides, mode: 'overlay', opacity: 0.25 }), 80, 40), [150, 0, 50])).toBe(true);
});

test('a difference is exactly |A − B| × gain, and black where nothing differs', () => {
  const sides = [flat(100, 60, 7), flat(90, 60, 17)];
  expect(at(compose({ ...usual, sides, mode: 'difference', gain: 8 }), 80, 40)).toEqual([80, 0, 80]);
  expect(at(compose({ ...usual, sides: [sides[0]!, sides[0]!], mode: 'difference', gain: 64 }), 80, 40)).toEqual([0, 0, 0]);
  const one = new ImageData(new Uint8ClampedArray([10, 20, 30, 255]), 1, 1);
  const none = new ImageData(1, 1);
  expect([...difference(one, none, 2).data]).toEqual([20, 40, 60, 255]);
});

test('tiles keep every pixel and their order, each over its label', () => {
  const made = compose({ ...usual, sides: [flat(200, 0, 0), flat(0, 0, 200)], mode: 'tiles' });
  expect(made.width).toBe(320);
  expect(made.height).toBe(90 + 24);
  expect(at(made, 80, 40)).toEqual([200, 0, 0]);
  expect(at(made, 240, 40)).toEqual([0, 0, 200]);
});

test('sizes that differ are fitted into one another, never stretched', () => {
  expect(fitted({ width: 90, height: 160 }, { width: 160, height: 90 })).toEqual({ x: 54.6875, y: 0, width: 50.625, height: 90 });
});

test('exposure doubles light, gamma lifts the middle, and neither moves black', () => {
  const brighter = toneCurve(1, 1);
  expect(brighter[0]).toBe(0);
  // Middle grey of 18 % light, doubled.
  expect(brighter[118]).toBeGreaterThan(158);
  expect(brighter[118]).toBeLessThan(164);
  expect([...toneCurve(0, 1)]).toEqual(Array.from({ length: 256 }, (_, level) => level));
  expect(toneCurve(0, 2)[64]).toBe(128);
});
