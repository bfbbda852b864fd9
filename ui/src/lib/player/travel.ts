/** Where a playhead stands after so many frames of travel: whole numbers only, so that no loop ever drifts. */

/** The first and the last frame that playing keeps to. */
export interface FrameRange {
  readonly first: number;
  readonly last: number;
}

/** What happens where the range ends. */
export type AtEnd = 'stop' | 'again' | 'turn';

export interface Travelled {
  readonly position: number;
  /** Which way it goes on from here. */
  readonly way: 1 | -1;
  /** It went as far as it goes. */
  readonly over: boolean;
}

/** Travels `frames` frames from `from`, which lies within the range. */
export function travel(from: number, frames: number, way: 1 | -1, { first, last }: FrameRange, atEnd: AtEnd): Travelled {
  const length = last - first + 1;
  if (length < 2) return { position: first, way, over: true };
  if (atEnd === 'stop') {
    const position = Math.max(first, Math.min(from + way * frames, last));
    return { position, way, over: position === (way > 0 ? last : first) };
  }
  if (atEnd === 'again') return { position: first + modulo(from - first + way * frames, length), way, over: false };
  // There and back without showing the turning frames twice.
  const period = 2 * (length - 1);
  const begun = way > 0 ? from - first : period - (from - first);
  const phase = (begun + frames) % period;
  const back = phase >= length;
  return { position: back ? last - (phase - length + 1) : first + phase, way: phase < length - 1 ? 1 : -1, over: false };
}

function modulo(value: number, length: number): number {
  return ((value % length) + length) % length;
}
