import { expect, test } from 'vitest';
import { briefIdError } from './clip-import.svelte';

test('brief ids of product.md and plain words are taken', () => {
  expect(briefIdError('bf_2025_001')).toBeUndefined();
  expect(briefIdError('autumn-reels')).toBeUndefined();
});

test('an id that could not name a folder is refused with what to write instead', () => {
  for (const wrong of ['../up', 'two words', 'a/b', '.hidden']) {
    expect(briefIdError(wrong)).toContain('such as bf_2025_001');
  }
});
