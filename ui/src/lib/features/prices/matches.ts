/** Which entries a search means. */

import type { PriceLine } from '$lib/ipc';

/** All of the words, anywhere in what is told of the entry. */
export function matches(line: PriceLine, words: string): boolean {
  const asked = words.trim().toLowerCase();
  if (asked === '') return true;
  const { entry } = line;
  const text = `${line.words} ${entry.name ?? ''} ${entry.source} ${entry.status} ${entry.currency} ${entry.notes ?? ''}`.toLowerCase();
  return asked.split(/\s+/).every((word) => text.includes(word));
}
