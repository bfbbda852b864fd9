/** What came of an import in a line: `488 clips in, 12 failed`. */

import type { IngestReport } from '$lib/ipc';
import { count, counted } from '$lib/words/format';

export function ingestWords({ added, duplicates, back, failed, cancelled }: IngestReport): string {
  const parts = [`${counted(added, 'clip')} in`];
  if (duplicates > back) parts.push(`${count(duplicates - back)} here already`);
  if (back > 0) parts.push(`${count(back)} back that ${back === 1 ? 'was' : 'were'} lost`);
  if (failed.length > 0) parts.push(`${count(failed.length)} failed`);
  if (cancelled) parts.push('stopped before the end');
  return `${parts.join(', ')}.`;
}
