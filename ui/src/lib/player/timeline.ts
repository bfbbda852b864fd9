import { isFaster, sameMoment, type FrameRate } from './frame-rate';
import type { Reel } from './deck';

/**
 * The common time of clips that started together: counted in frames of the fastest, as long as the longest. A single clip's timeline
 * is its own frames.
 */
export class Timeline {
  readonly rate: FrameRate;
  readonly frameCount: number;
  /** The length of each clip, in frames of the timeline. */
  readonly lengths: readonly number[];
  readonly #reels: readonly Reel[];

  constructor(reels: readonly [Reel, ...Reel[]]) {
    this.#reels = reels;
    this.rate = reels.reduce((best, reel) => (isFaster(reel.rate, best.rate) ? reel : best)).rate;
    this.lengths = reels.map((reel) => this.#lengthOf(reel));
    this.frameCount = Math.max(...this.lengths);
  }

  /** The frame a clip shows at a position: the last one once it is over. */
  frameOf(clip: number, position: number): number {
    const reel = this.#reel(clip);
    return Math.min(sameMoment(position, this.rate, reel.rate), reel.frameCount - 1);
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
  #lengthOf({ rate, frameCount }: Reel): number {
    const above = BigInt(frameCount) * BigInt(rate.denominator) * BigInt(this.rate.numerator);
    const below = BigInt(rate.numerator) * BigInt(this.rate.denominator);
    return Number((above + below - 1n) / below);
  }
}
