import type { VersionView } from '$lib/ipc';
import { failureWords } from '$lib/words/failures';

/** Why a version cannot be played; null where it can. */
export function pictureWords(version: VersionView): string | null {
  const { preview } = version;
  if (preview.state === 'ready') return null;
  if (preview.state === 'making') return `The preview is being made: ${preview.percent} %.`;
  if (preview.state === 'waiting') return 'The preview waits its turn; it plays as soon as it is ready.';
  if (preview.state === 'put_off') return `${failureWords[preview.failure].message} The preview is tried again by itself.`;
  if (preview.state === 'failed') return failureWords[preview.failure].message;
  return 'There is no preview of this version. Check the library in Settings; it makes what is missing.';
}
