import { expect, test } from 'vitest';
import type { PairAnswerView } from '$lib/ipc';
import { aliases, letters, restored, shuffled } from './blind';
import { nextPair, pairProgress } from './pairs';

test('letters go on after Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('shuffling loses nothing and every order is possible', () => {
  const seen = new Set<string>();
  for (let turn = 0; turn < 400; turn++) seen.add(shuffled(['a', 'b', 'c'], Math.random).join(''));
  expect([...seen].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
});

test('takes come back in the order they had; one that came meanwhile stays last', () => {
  const takes = ['b', 'new', 'a'].map((generation_id) => ({ generation_id }));
  expect(restored(takes, ['a', 'gone', 'b']).map((take) => take.generation_id)).toEqual(['a', 'b', 'new']);
  expect(aliases(['x', 'y']).get('y')).toBe('Take B');
});

test('every two takes come up once, and what one person said leaves the others theirs', () => {
  const answer = (a: string, b: string, person_id = 'pe_1'): PairAnswerView => ({ a, b, person_id, answer: 'tie' });
  const takes = ['a', 'b', 'c'];
  expect(nextPair(takes, [], 'pe_1')).toEqual(['a', 'b']);
  expect(nextPair(takes, [answer('b', 'a')], 'pe_1')).toEqual(['a', 'c']);
  expect(nextPair(takes, [answer('b', 'a')], 'pe_2')).toEqual(['a', 'b']);
  const all = [answer('a', 'b'), answer('c', 'a'), answer('b', 'c')];
  expect(nextPair(takes, all, 'pe_1')).toBeNull();
  expect(pairProgress(takes, all.slice(1), 'pe_1')).toEqual({ done: 2, all: 3 });
});
