/** Frames per second as a fraction: 24000/1001, never 23.976. A frame's index is the truth; seconds are only ever computed from it. */
export interface FrameRate {
  readonly numerator: number;
  readonly denominator: number;
}

/** Reads `24000/1001` or `24`; null where it is neither. */
export function parseFrameRate(text: string): FrameRate | null {
  const match = /^(\d{1,9})(?:\/(\d{1,9}))?$/.exec(text.trim());
  if (!match) return null;
  const numerator = Number(match[1]);
  const denominator = Number(match[2] ?? '1');
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : null;
}

/** The seconds to seek to for a frame: its middle, so that no rounding on the way can land on a neighbour. */
export function middleOf(frame: number, rate: FrameRate): number {
  return ((2 * frame + 1) * rate.denominator) / (2 * rate.numerator);
}

/** The frame on screen at a moment of a playing clip. The tolerance forgives the microseconds players round to. */
export function frameAt(seconds: number, rate: FrameRate): number {
  return Math.max(0, Math.floor((seconds * rate.numerator) / rate.denominator + 1e-6));
}

/** How long so many frames last, in seconds. */
export function secondsOf(frames: number, rate: FrameRate): number {
  return (frames * rate.denominator) / rate.numerator;
}

/** The nearest frame the clip has. */
export function clampFrame(frame: number, frameCount: number): number {
  return Math.max(0, Math.min(Math.trunc(frame), frameCount - 1));
}

/**
 * The frame of another clip that is on screen in the middle of a frame of the clock clip, both begun together.
 * Whole numbers throughout: with two averaged rates the products pass what a double holds exactly.
 */
export function sameMoment(frame: number, clock: FrameRate, other: FrameRate): number {
  const above = BigInt(2 * frame + 1) * BigInt(clock.denominator) * BigInt(other.numerator);
  const below = 2n * BigInt(clock.numerator) * BigInt(other.denominator);
  return Number(above / below);
}

/** Whether the first rate is higher. */
export function isFaster(one: FrameRate, other: FrameRate): boolean {
  return one.numerator * other.denominator > other.numerator * one.denominator;
}

/** Whether both rates are the same number. */
export function isSameRate(one: FrameRate, other: FrameRate): boolean {
  return one.numerator * other.denominator === other.numerator * one.denominator;
}

/** `23.976 fps`, as people write rates. */
export function describeRate(rate: FrameRate): string {
  const value = rate.numerator / rate.denominator;
  return `${Number(value.toFixed(3))} fps`;
}

/** `00:00:03:07`, without dropped numbers: hours, minutes, seconds, frames of the rounded rate. */
export function timecode(frame: number, rate: FrameRate): string {
  const perSecond = Math.max(1, Math.round(rate.numerator / rate.denominator));
  const seconds = Math.floor(frame / perSecond);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frame % perSecond];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
