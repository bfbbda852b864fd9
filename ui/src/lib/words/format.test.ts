import { expect, test } from 'vitest';
import { counted, decimal, fileSize, money, percent } from './format';

test('money rounds half away from zero, to two places, from the exact decimal', () => {
  expect(money('2.376', 'USD')).toBe('$2.38');
  expect(money('12.9375', 'USD')).toBe('$12.94');
  expect(money('0.005', 'USD')).toBe('$0.01');
  expect(money('-0.005', 'USD')).toBe('-$0.01');
  expect(money('9007199254740993.01', 'USD')).toBe('$9,007,199,254,740,993.01');
});

test('an amount that is not known is unknown, and one that is free is 0', () => {
  expect(money(null, 'USD')).toBe('unknown');
  expect(money('0', 'EUR')).toBe('€0.00');
});

test('rates, counts and sizes read as people write them', () => {
  expect(percent('0.16')).toBe('16 %');
  expect(percent(null)).toBe('unknown');
  expect(decimal('37.500000001')).toBe('37.5');
  expect(counted(1, 'clip')).toBe('1 clip');
  expect(counted(12_400, 'clip')).toBe('12,400 clips');
  expect(fileSize(68_400_000)).toBe('68.4 MB');
});
