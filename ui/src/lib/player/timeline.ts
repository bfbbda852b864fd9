import { isFaster, sameMoment, type FrameRate } from './frame-rate';
import type { Reel } from './reel';

/**
 * The common time of clips that started together: counted in frames of the fastest, as long as the longest. A single clip's timeline
 * is its own frames. A nudged clip shows so many of its own frames later (or earlier, when negative) than the others.
 */
export class Timeline {
  readonly rate: FrameRate;
  readonly frameCount: number;
  /** The length of each clip, in frames of the timeline. */
  readonly lengths: readonly number[];
  readonly #reels: readonly Reel[];
  readonly #nudges: readonly number[];

  constructor(reels: readonly [Reel, ...Reel[]], nudges: readonly number[] = []) {
    this.#reels = reels;
    this.#nudges = nudges;
    this.rate = reels.reduce((best, reel) => (isFaster(reel.rate, best.rate) ? reel : best)).rate;
    this.lengths = reels.map((reel, clip) => this.#lengthOf(reel, this.#nudge(clip)));
    this.frameCount = Math.max(...this.lengths);
  }

  /** The frame a clip shows at a position: the first one before it begins, the last one once it is over. */
  frameOf(clip: number, position: number): number {
    const reel = this.#reel(clip);
    return Math.max(0, Math.min(sameMoment(position, this.rate, reel.rate) + this.#nudge(clip), reel.frameCount - 1));
  }

  /** The clip's frames of a range of positions. */
  framesOf(clip: number, range: { first: number; last: number }): { first: number; last: number } {
    return { first: this.frameOf(clip, range.first), last: this.frameOf(clip, range.last) };
  }

  #nudge(clip: number): number {
    return this.#nudges[clip] ?? 0;
  }

  #reel(clip: number): Reel {
    const reel = this.#reels[clip];
    if (!reel) throw new RangeError(`there is no clip ${clip} on this timeline`);
    return reel;
  }

  /** Its length in frames of the timeline, rounded up. */
  #lengthOf({ rate, frameCount }: Reel, nudge: number): number {
    const above = BigInt(Math.max(1, frameCount - nudge)) * BigInt(rate.denominator) * BigInt(this.rate.numerator);
    const below = BigInt(rate.numerator) * BigInt(this.rate.denominator);
    return Number((above + below - 1n) / below);
  }
}
