/** Which frames of a clip were on the screen, as ranges, and what to say about it. */

import type { FrameRange } from '$lib/ipc';
import { secondsOf, type FrameRate } from '$lib/player/frame-rate';

/** A machine that is busy paints every second or third frame; what it jumped over while playing was not missed by the person. */
const JUMPED = 4;

/** The ranges of both, in order, neither touching nor overlapping. */
export function union(one: readonly FrameRange[], other: readonly FrameRange[]): FrameRange[] {
  const joined: FrameRange[] = [];
  for (const range of [...one, ...other].sort((a, b) => a.first - b.first)) {
    const before = joined.at(-1);
    if (before && range.first <= before.last + 1) before.last = Math.max(before.last, range.last);
    else joined.push({ ...range });
  }
  return joined;
}

export function framesIn(ranges: readonly FrameRange[]): number {
  return ranges.reduce((sum, range) => sum + range.last - range.first + 1, 0);
}

/** What a painted frame adds: itself, and while playing what was jumped over since the frame before. */
export function stretch(before: number | null, frame: number, playing: boolean): FrameRange {
  const forward = playing && before !== null && frame > before && frame - before <= JUMPED;
  return { first: forward ? before : frame, last: frame };
}

/** What was not seen, in words; empty where nothing was seen yet. */
export function seenWords(ranges: readonly FrameRange[], frameCount: number, rate: FrameRate): string {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (!first || !last) return '';
  if (framesIn(ranges) >= frameCount) return 'You have seen all of it.';
  const span = (frames: number) => {
    const seconds = secondsOf(frames, rate);
    if (frames === 1) return 'frame';
    if (Math.abs(seconds - 1) < 0.15) return 'second';
    return seconds < 1 ? `${frames} frames` : `${seconds.toFixed(1)} seconds`;
  };
  if (ranges.length === 1 && first.first === 0) return `You have not seen the last ${span(frameCount - 1 - last.last)}.`;
  if (ranges.length === 1 && last.last === frameCount - 1) return `You have not seen the first ${span(first.first)}.`;
  return `You have seen ${Math.floor((100 * framesIn(ranges)) / frameCount)} % of it.`;
}
