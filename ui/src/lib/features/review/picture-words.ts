/** What is said about a picture: where it comes from, what was done to it, and why there is none. */

import type { ClipDetail } from '$lib/ipc';
import { describeRate, isSameRate, parseFrameRate } from '$lib/player/frame-rate';
import { changedFile, failureWords, type FailureWords } from '$lib/words/failures';

const NORMALISED: Record<string, string> = {
  rotated: 'turned upright',
  scaled: 'scaled down',
  tone_mapped: 'HDR shown in standard range',
  square_pixels: 'pixels made square',
  constant_rate: 'variable rate shown at its average',
  transparency_flattened: 'transparency over a checkerboard',
  start_moved: 'start moved to 0',
  damaged_frames_repeated: 'damaged frames repeat the one before',
  sound_dropped: 'sound could not be decoded',
};

/** What is said of a picture whose frames come one seek at a time. */
export const SOUGHT = 'not decodable in this window: plays by seeking, and leaves frames out';

/** More are counted, not named. */
const FEW = 3;

/** What was changed on the way from the file to the picture. */
export function normalisations(detail: ClipDetail): string[] {
  return detail.preview.state === 'ready' ? detail.preview.normalised.map((word) => NORMALISED[word] ?? word.replaceAll('_', ' ')) : [];
}

/** The same of several pictures, each change once with whom it was done to. */
export function normalisedAmong(named: readonly { readonly name: string; readonly detail: ClipDetail }[]): string[] {
  const done = new Map<string, string[]>();
  for (const { name, detail } of named) for (const change of normalisations(detail)) done.set(change, [...(done.get(change) ?? []), name]);
  return [...done].map(([change, names]) => {
    if (names.length === named.length) return change;
    return names.length > FEW ? `${change}: ${names.length} of ${named.length}` : `${change}: ${names.join(', ')}`;
  });
}

/** `1920×1080`: of the original while its still is shown, else of the preview. */
export function size(detail: ClipDetail, still: boolean): string {
  const { facts, preview } = detail;
  if (still && facts) return `${facts.display_width}×${facts.display_height}`;
  return preview.state === 'ready' ? `${preview.width}×${preview.height}` : '';
}

/** `138 %`: how large its pixels are on a screen on which it is so many pixels wide; nothing while that is not known. */
export function scaling({ facts, preview }: ClipDetail, still: boolean, shownWidth: number): string {
  const own = still && facts ? facts.display_width : preview.state === 'ready' ? preview.width : 0;
  return own > 0 && shownWidth > 0 ? `${Math.round((shownWidth / own) * 100)} %` : '';
}

/** Why a take has nothing to play, with what to do next; null where it has. */
export interface NoPicture extends FailureWords {
  /** Percent done, while the preview is being made. */
  percent: number | null;
  /** It comes by itself. */
  waits: boolean;
  /** The file is worth looking for in its folder. */
  hasFile: boolean;
  /** It may be made when it is tried again. */
  mayPass: boolean;
}

export function noPicture(detail: ClipDetail): NoPicture | null {
  const { preview, row } = detail;
  const said = (words: FailureWords, more: Partial<NoPicture> = {}): NoPicture => ({
    percent: null,
    waits: false,
    hasFile: false,
    mayPass: false,
    ...words,
    ...more,
  });
  if (!row.clip) {
    const message = detail.error_message ? `No clip: ${detail.error_message}` : 'This attempt has no clip.';
    return said({ message, hint: `It still counts as an attempt. If its file turns up, import it for the same brief as ${row.generation_id}.` });
  }
  if (row.clip.file === 'missing') return said(failureWords.missing, { hasFile: true, mayPass: true });
  if (row.clip.file === 'changed') return said(changedFile, { hasFile: true, mayPass: true });
  if (row.clip.file === 'not_here') {
    return said({ message: 'This clip is not on this machine; the log only gives its address.', hint: 'Download it and import it for the same brief under its own name: it joins this attempt.' });
  }
  if (preview.state === 'making') {
    return said({ message: 'The preview is being made.', hint: 'It plays as soon as it is ready.' }, { percent: preview.percent, waits: true });
  }
  if (preview.state === 'waiting') {
    return said({ message: 'The preview waits its turn.', hint: 'Clips on screen come first; it plays as soon as it is ready.' }, { waits: true });
  }
  if (preview.state === 'put_off' || preview.state === 'failed') return said(failureWords[preview.failure], { hasFile: true, mayPass: true });
  if (preview.state === 'none') {
    return said({ message: 'There is no preview of this clip.', hint: 'Check the library in Settings; it makes what is missing.' });
  }
  return null;
}

/** In what two clips differ, so that their pictures had to be made alike. */
export function differences(left: ClipDetail, right: ClipDetail): string[] {
  const [one, other] = [left.facts, right.facts];
  if (!one || !other) return [];
  const said: string[] = [];
  if (one.display_width !== other.display_width || one.display_height !== other.display_height) {
    said.push(`sizes ${one.display_width}×${one.display_height} and ${other.display_width}×${other.display_height}, each fitted to its place`);
  }
  const [rate, otherRate] = [parseFrameRate(one.frame_rate), parseFrameRate(other.frame_rate)];
  if (rate && otherRate && !isSameRate(rate, otherRate)) {
    said.push(`${describeRate(rate)} and ${describeRate(otherRate)}, matched by time`);
  }
  const apart = Math.abs(one.duration_us - other.duration_us);
  if (rate && apart * rate.numerator >= 1_000_000 * rate.denominator) {
    said.push(`the ${one.duration_us < other.duration_us ? 'left' : 'right'} one is ${(apart / 1_000_000).toFixed(2)} s shorter and waits on its last frame`);
  }
  return said;
}

/** The same of more than two, in numbers. */
export function differencesAmong(details: readonly ClipDetail[]): string[] {
  const facts = details.flatMap((detail) => detail.facts ?? []);
  const kinds = (of: (one: (typeof facts)[number]) => string) => new Set(facts.map(of)).size;
  const said: string[] = [];
  const sizes = kinds((one) => `${one.display_width}×${one.display_height}`);
  if (sizes > 1) said.push(`${sizes} sizes, each fitted to its place`);
  const rates = kinds((one) => one.frame_rate);
  if (rates > 1) said.push(`${rates} frame rates, matched by time`);
  // Less than a frame of anything apart is no difference that is seen.
  const lengths = facts.map((one) => one.duration_us);
  if (Math.max(...lengths) - Math.min(...lengths) > 42_000) said.push('shorter ones wait on their last frame');
  return said;
}
