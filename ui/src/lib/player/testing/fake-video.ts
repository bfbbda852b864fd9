import { frameAt, secondsOf } from '../frame-rate';
import type { Reel, VideoSurface } from '../deck';
import type { ManualClock } from './manual-clock';

/** How a fake video misbehaves. */
export interface Temper {
  /** Milliseconds from asking for a frame to its paint. */
  seekTakes?: number;
  /** Milliseconds until the first frame is there. */
  loadTakes?: number;
  /** How much faster than its rate it plays. */
  pace?: number;
  /** Milliseconds between `play()` and the first movement. */
  startsAfter?: number;
  /** Never moves when played. */
  standsStill?: boolean;
  /** Never loads. */
  broken?: boolean;
}

/**
 * A `<video>` with the traps of the real one: `play()` never settles, a clip that reached its end answers no seek until it is loaded
 * anew, and the painted picture follows a seek only after a while.
 */
export class FakeVideo implements VideoSurface {
  readonly #clock: ManualClock;
  readonly #reel: Reel;
  readonly #temper: Required<Temper>;
  readonly #listeners = new Map<string, Set<EventListener>>();
  readonly seeks: number[] = [];
  reloads = 0;
  readyState = 0;
  paused = true;
  muted = true;
  /** The most seeks that were under way at once. */
  mostAtOnce = 0;
  #atOnce = 0;
  #rate = 1;
  #base = 0;
  #since = 0;
  #painted = 0;
  #ended = false;
  #cancelEnd: (() => void) | null = null;

  constructor(clock: ManualClock, reel: Reel, temper: Temper = {}) {
    this.#clock = clock;
    this.#reel = reel;
    this.#temper = { seekTakes: 20, loadTakes: 50, pace: 1, startsAfter: 5, standsStill: false, broken: false, ...temper };
    this.#startLoading();
  }

  /** The frame whose picture is on screen. */
  get paintedFrame(): number {
    return this.paused ? this.#painted : Math.min(frameAt(this.currentTime, this.#reel.rate), this.#reel.frameCount - 1);
  }

  get duration(): number {
    return secondsOf(this.#reel.frameCount, this.#reel.rate);
  }

  get currentTime(): number {
    if (this.paused || this.#temper.standsStill) return this.#base;
    const passed = Math.max(0, this.#clock.now() - this.#since - this.#temper.startsAfter) / 1000;
    return Math.min(this.duration, this.#base + passed * this.#rate * this.#temper.pace);
  }

  set currentTime(seconds: number) {
    this.#base = seconds;
    this.#since = this.#clock.now();
    const frame = frameAt(seconds, this.#reel.rate);
    this.seeks.push(frame);
    if (this.#ended) return;
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    this.#clock.after(this.#temper.seekTakes, () => {
      this.#atOnce--;
      this.#painted = frame;
      this.#say('seeked');
    });
  }

  get playbackRate(): number {
    return this.#rate;
  }

  set playbackRate(rate: number) {
    const now = this.currentTime;
    this.#rate = rate;
    if (this.paused) return;
    this.#base = now;
    this.#since = this.#clock.now() - this.#temper.startsAfter;
    this.#watchEnd();
  }

  play(): Promise<void> {
    this.paused = false;
    this.#since = this.#clock.now();
    this.#watchEnd();
    return new Promise(() => undefined);
  }

  pause(): void {
    if (this.paused) return;
    this.#base = this.currentTime;
    this.#painted = Math.min(frameAt(this.#base, this.#reel.rate), this.#reel.frameCount - 1);
    this.paused = true;
    this.#cancelEnd?.();
  }

  load(): void {
    this.reloads++;
    this.#ended = false;
    this.paused = true;
    this.#base = 0;
    this.readyState = 0;
    this.#startLoading();
  }

  addEventListener(type: string, listener: unknown): void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(listener as EventListener));
  }

  removeEventListener(type: string, listener: unknown): void {
    this.#listeners.get(type)?.delete(listener as EventListener);
  }

  #startLoading(): void {
    this.#clock.after(this.#temper.loadTakes, () => {
      if (this.#temper.broken) return this.#say('error');
      this.readyState = 4;
      this.#painted = 0;
      this.#say('loadeddata');
    });
  }

  #watchEnd(): void {
    this.#cancelEnd?.();
    if (this.#temper.standsStill) return;
    const left = (this.duration - this.currentTime) / (this.#rate * this.#temper.pace);
    this.#cancelEnd = this.#clock.after(left * 1000 + this.#temper.startsAfter, () => {
      this.#ended = true;
      this.pause();
      this.#say('ended');
    });
  }

  #say(type: string): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) listener(new Event(type));
  }
}
