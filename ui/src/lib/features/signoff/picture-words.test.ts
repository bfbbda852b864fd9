import type { VersionView } from '$lib/ipc';
import { expect, test } from 'vitest';
import { pictureWords } from './picture-words';

test('a preview that had to be put off says why, and that it comes without being asked for', () => {
  const version = { preview: { state: 'put_off', failure: 'disk_error' } } as VersionView;
  expect(pictureWords(version)).toBe('The disk could not be read or written. The preview is tried again by itself.');
});
