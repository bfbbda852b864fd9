import { clampFrame, isFaster, sameMoment, secondsOf, type FrameRate } from './frame-rate';
import type { Reel } from './deck';

/**
 * The common time of clips that started together: counted in frames of the fastest, as long as the longest. A single clip's timeline
 * is its own frames. A clip can be nudged: it is then so many of its frames further on than the start of its file would have it, or,
 * below zero, waits on its first.
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
    this.lengths = reels.map((reel, clip) => this.#lengthOf(reel, this.nudgeOf(clip)));
    this.frameCount = Math.max(...this.lengths);
  }

  /** The frame a clip shows at a position: the last one once it is over. */
  frameOf(clip: number, position: number): number {
    const reel = this.#reel(clip);
    return clampFrame(sameMoment(position, this.rate, reel.rate) + this.nudgeOf(clip), reel.frameCount);
  }

  /** How many of its own frames a clip is further on than the start of its file would have it. */
  nudgeOf(clip: number): number {
    return this.#nudges[clip] ?? 0;
  }

  /** The same in seconds: what its element's time says too much. */
  aheadOf(clip: number): number {
    return secondsOf(this.nudgeOf(clip), this.#reel(clip).rate);
  }

  /** Whether a clip is over, and stands on its last frame, at a position. */
  isOver(clip: number, position: number): boolean {
    return this.frameOf(clip, position) >= this.#reel(clip).frameCount - 1;
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
