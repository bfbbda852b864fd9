/** What is said about a clip version. */

import type { ClipVersionView } from '$lib/ipc';
import { parseFrameRate } from '$lib/player/frame-rate';
import { frameWords } from '$lib/words/frames';

/** `Version 2, edited by Maya`; `Original, by the model`. */
export function versionName({ clip, origin, made_by }: ClipVersionView): string {
  if (origin === 'model') return 'Original';
  const by = made_by ? ` by ${made_by}` : '';
  return `Version ${clip.version}, ${origin === 'preset' ? 'made by a preset' : `edited${by}`}`;
}

/** `frames 12 to 97, 3.6 s`. */
export function goodPart({ good_part, frame_rate }: ClipVersionView): string | null {
  if (!good_part) return null;
  const { first_frame, last_frame } = good_part;
  const rate = parseFrameRate(frame_rate);
  const frames = last_frame - first_frame + 1;
  const seconds = rate ? `, ${((frames * rate.denominator) / rate.numerator).toFixed(1)} s` : '';
  return `${frameWords({ first: first_frame, last: last_frame })}${seconds}`;
}
