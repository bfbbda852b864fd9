import type { Aim, OnChange, PictureSource } from '../picture-source';
import type { Reel } from '../reel';
import type { ManualClock } from './manual-clock';

/** How a fake source comes by its pictures. */
export interface Temper {
  kind?: PictureSource['kind'];
  /** Milliseconds from asking to the picture. */
  takes?: number;
  /** Gives up instead. */
  broken?: boolean;
}

/** Frames that arrive together, as those from one key frame to the next do. */
const GROUP = 12;

/** Pictures that arrive after a while: a group at a time and to stay, or one at a time when sought. */
export class FakeSource implements PictureSource {
  readonly kind: PictureSource['kind'];
  failed = false;
  /** What was last drawn: the picture on the canvas. */
  drawn: number | null = null;
  mostAtOnce = 0;
  asked: number[] = [];
  disposed = false;
  readonly #there = new Set<number>();
  readonly #clock: ManualClock;
  readonly #reel: Reel;
  readonly #temper: Temper;
  readonly #onchange: OnChange;
  #aim: Aim | null = null;
  #atOnce = 0;

  constructor(clock: ManualClock, reel: Reel, temper: Temper, onchange: OnChange) {
    this.kind = temper.kind ?? 'decoded';
    this.#clock = clock;
    this.#reel = reel;
    this.#temper = temper;
    this.#onchange = onchange;
  }

  has(frame: number): boolean {
    return this.#there.has(frame);
  }

  draw(frame: number): void {
    if (!this.has(frame)) throw new Error(`frame ${frame} is not there`);
    this.drawn = frame;
  }

  aim(aim: Aim): void {
    this.#aim = aim;
    if (this.#atOnce === 0) this.#fetch();
  }

  dispose(): void {
    this.disposed = true;
    this.#there.clear();
  }

  #fetch(): void {
    const next = this.#next();
    if (next === null || this.disposed) return;
    this.asked.push(next);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    this.#clock.after(this.#temper.takes ?? 20, () => {
      this.#atOnce--;
      if (this.disposed) return;
      if (this.#temper.broken) this.failed = true;
      else this.#bring(next);
      this.#onchange();
      if (!this.failed && this.#atOnce === 0) this.#fetch();
    });
  }

  #next(): number | null {
    if (this.failed || !this.#aim) return null;
    const { frame, way } = this.#aim;
    if (this.kind === 'sought') return this.has(frame) ? null : frame;
    const ahead = Math.max(0, Math.min(frame + way * GROUP, this.#reel.frameCount - 1));
    return [frame, ahead].find((number) => !this.has(number)) ?? null;
  }

  #bring(frame: number): void {
    if (this.kind === 'sought') {
      this.#there.clear();
      this.#there.add(frame);
      return;
    }
    const first = frame - (frame % GROUP);
    for (let number = first; number < Math.min(first + GROUP, this.#reel.frameCount); number++) this.#there.add(number);
  }
}
