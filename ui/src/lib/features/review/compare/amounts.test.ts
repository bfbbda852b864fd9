import { expect, test } from 'vitest';
import { percent, signed, stops } from './amounts';

test('exposure is printed in thirds of a stop', () => {
  expect([0, 1 / 3, -2 / 3, 1, 4 / 3, -2.6667].map(stops)).toEqual(['0', '+⅓', '−⅔', '+1', '+1⅓', '−2⅔']);
});

test('a nudge says which way, and nothing is just nothing', () => {
  expect([0, 3, -2].map(signed)).toEqual(['0', '+3', '−2']);
  expect(percent(0.5)).toBe('50 %');
});
