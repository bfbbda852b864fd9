/** What is said about a clip version. */

import type { ClipVersionView, NoteView } from '$lib/ipc';
import { parseFrameRate } from '$lib/player/frame-rate';

/** `Version 2, edited by Maya`; `Original, by the model`. */
export function versionName({ clip, origin, made_by }: ClipVersionView): string {
  if (origin === 'model') return 'Original';
  const by = made_by ? ` by ${made_by}` : '';
  return `Version ${clip.version}, ${origin === 'preset' ? 'made by a preset' : `edited${by}`}`;
}

/** `Frames 13 to 98, 3.6 s`, counted from 1 as under the picture. */
export function goodPart({ good_part, frame_rate }: ClipVersionView): string | null {
  if (!good_part) return null;
  const { first_frame, last_frame } = good_part;
  const rate = parseFrameRate(frame_rate);
  const frames = last_frame - first_frame + 1;
  const seconds = rate ? `, ${((frames * rate.denominator) / rate.numerator).toFixed(1)} s` : '';
  return `Frames ${first_frame + 1} to ${last_frame + 1}${seconds}`;
}

/** `Frame 12`, `Frames 12 to 40`, counted from 1 as under the picture. */
export function noteFrames({ text: { range } }: NoteView): string {
  const [first, last] = [range.first + 1, range.last + 1];
  return first === last ? `Frame ${first}` : `Frames ${first} to ${last}`;
}
