import { secondsOf, type FrameRate } from './frame-rate';

/** How playing goes: what was wanted, what came, what was left out. */
export interface Pace {
  /** Pictures a second that are wanted: the timeline's rate. */
  readonly target: number;
  /** Pictures a second that were painted lately; null until there is enough to tell. */
  readonly achieved: number | null;
  /** Frames that were due and never painted, since playing began. */
  readonly dropped: number;
}

/** Long enough to count in, short enough to follow. */
const LATELY_MS = 1000;

/** Counts the pictures of one stretch of playing. */
export class PaceCounter {
  readonly #rate: FrameRate;
  #painted: number[] = [];
  #began: number | null = null;
  #dropped = 0;
  #last: number | null = null;

  constructor(rate: FrameRate) {
    this.#rate = rate;
  }

  /** A picture was painted, so many frames of travel after playing began. */
  painted(now: number, travelled: number): void {
    this.#began ??= now;
    if (this.#last !== null) this.#dropped += Math.max(0, travelled - this.#last - 1);
    this.#last = travelled;
    this.#painted.push(now);
    this.#painted = this.#painted.filter((then) => then >= now - LATELY_MS);
  }

  /** Travel is counted anew: what lies between was not due. */
  restart(): void {
    this.#last = null;
  }

  now(now: number): Pace {
    const target = 1 / secondsOf(1, this.#rate);
    const enough = this.#began !== null && now - this.#began >= LATELY_MS;
    const recent = this.#painted.filter((at) => at > now - LATELY_MS).length;
    return { target, achieved: enough ? Math.min(target, (recent * 1000) / LATELY_MS) : null, dropped: this.#dropped };
  }
}
