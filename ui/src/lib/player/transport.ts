import type { Clock } from './clock';
import type { Deck } from './deck';
import { clampFrame, frameAt, secondsOf } from './frame-rate';
import { keepTogether } from './skew';
import { Timeline } from './timeline';

/** What the transport is doing. */
export type Motion = 'paused' | 'playing' | 'shuttling';

/** What the screen shows, told after every change of it. */
export interface Shown {
  /** Where the timeline stands. */
  readonly position: number;
  /** The painted frame of each clip; null before its first. */
  readonly frames: readonly (number | null)[];
  readonly motion: Motion;
  /** 1 at the clip's own pace, -2 twice as fast backwards; 0 while paused. */
  readonly speed: number;
  /** Paused, every clip painted: the picture stays until something is asked for. */
  readonly settled: boolean;
  /** Clips that cannot be shown. */
  readonly failed: readonly number[];
  /** Playing was given up because a clip stood still; stepping still works. */
  readonly stalled: boolean;
}

const FASTEST = 8;
/** Elements take this long to come up to pace; what they say of the time before that means little. */
const SKEW_CHECK_FROM = 300;
/** How often a clip that stands still while playing is loaded anew before playing is given up. */
const RESCUES = 2;

/**
 * One clock for one or several decks. Forward at the clip's own pace the elements play by themselves, with sound; every other motion
 * is a chain of seeks, one at a time, of which only the last wanted is kept, and all decks land before the next is asked for.
 */
export class Transport {
  timeline: Timeline;
  readonly #decks: readonly [Deck, ...Deck[]];
  readonly #clock: Clock;
  readonly #tell: (shown: Shown) => void;
  #motion: Motion = 'paused';
  #speed = 0;
  #loop = true;
  #position = 0;
  #wanted = 0;
  #landed: number | null = null;
  #landing: Promise<void> | null = null;
  #cancelTick: (() => void) | null = null;
  #cancelHold: (() => void) | null = null;
  #shuttleFrom = { at: 0, position: 0 };
  #skewCheckFrom = 0;
  #rescues = 0;
  #stalled = false;
  #disposed = false;

  constructor(decks: readonly [Deck, ...Deck[]], clock: Clock, tell: (shown: Shown) => void, nudges: readonly number[] = []) {
    this.#decks = decks;
    this.#clock = clock;
    this.#tell = tell;
    this.timeline = this.#timelineOf(nudges);
  }

  /** Moves clips against the start of their files, by so many of their own frames; what plays goes on playing. */
  nudge(nudges: readonly number[]): Promise<void> {
    this.timeline = this.#timelineOf(nudges);
    this.#landed = null;
    return this.#motion === 'playing' ? this.play() : this.#aim(this.#wanted);
  }

  #timelineOf(nudges: readonly number[]): Timeline {
    const [first, ...others] = this.#decks;
    return new Timeline([first.reel, ...others.map((deck) => deck.reel)], nudges);
  }

  /** Whether playing begins again at the end. */
  set loop(loop: boolean) {
    this.#loop = loop;
  }

  /** At most one clip is ever heard. */
  hear(audible: number | null): void {
    this.#decks.forEach((deck, index) => {
      deck.video.muted = index !== audible;
    });
  }

  /** Shows a position, paused. */
  seek(position: number): Promise<void> {
    this.#rest();
    return this.#aim(position);
  }

  /** Steps from where the last step was aimed at, so that quick presses add up. */
  step(frames: number): Promise<void> {
    const from = this.#motion === 'paused' ? this.#wanted : this.#position;
    return this.seek(from + frames);
  }

  first(): Promise<void> {
    return this.seek(0);
  }

  last(): Promise<void> {
    return this.seek(this.timeline.frameCount - 1);
  }

  pause(): Promise<void> {
    return this.#motion === 'paused' ? this.#aim(this.#wanted) : this.seek(this.#position);
  }

  toggle(): Promise<void> {
    return this.#motion === 'paused' ? this.play() : this.pause();
  }

  /** From the first frame. */
  playAgain(): Promise<void> {
    return this.playFrom(0);
  }

  /** From any frame. */
  playFrom(position: number): Promise<void> {
    this.#rest();
    this.#wanted = clampFrame(position, this.timeline.frameCount);
    return this.play();
  }

  /** Plays on; from the start where the end was reached. */
  async play(): Promise<void> {
    const from = this.#motion === 'paused' ? this.#wanted : this.#position;
    this.#rest();
    if (this.timeline.frameCount < 2) return this.#aim(0);
    this.#motion = 'playing';
    this.#speed = 1;
    this.#rescues = 0;
    this.#stalled = false;
    await this.#rollFrom(from >= this.timeline.frameCount - 1 ? 0 : from);
  }

  /** J and L: each press in the same direction doubles the pace, the other direction turns round. */
  shuttle(direction: 1 | -1): Promise<void> {
    const same = this.#motion !== 'paused' && Math.sign(this.#speed) === direction;
    const speed = same ? Math.max(-FASTEST, Math.min(FASTEST, this.#speed * 2)) : direction;
    if (speed === 1) return this.play();
    const from = this.#motion === 'paused' ? this.#wanted : this.#position;
    this.#rest();
    this.#motion = 'shuttling';
    this.#speed = speed;
    this.#shuttleFrom = { at: this.#clock.now(), position: from };
    const landing = this.#aim(from);
    this.#tickOn();
    return landing;
  }

  /** Tries clips that were given up once more. */
  async retry(): Promise<void> {
    this.#rest();
    await Promise.all(this.#decks.filter((deck) => deck.failed).map((deck) => deck.retry()));
    this.#landed = null;
    await this.#aim(this.#wanted);
  }

  dispose(): void {
    this.#disposed = true;
    this.#rest();
    for (const deck of this.#decks) deck.rest();
  }

  /** Stops whatever moves, without saying where. */
  #rest(): void {
    this.#cancelTick?.();
    this.#cancelHold?.();
    this.#cancelTick = this.#cancelHold = null;
    if (this.#decks.some((deck) => deck.rolling)) this.#landed = null;
    this.#motion = 'paused';
    this.#speed = 0;
  }

  #aim(position: number): Promise<void> {
    this.#wanted = clampFrame(position, this.timeline.frameCount);
    this.#landing ??= this.#land().finally(() => {
      this.#landing = null;
    });
    return this.#landing;
  }

  async #land(): Promise<void> {
    while (this.#landed !== this.#wanted && !this.#disposed) {
      const aim = this.#wanted;
      await Promise.all(this.#decks.map((deck, index) => deck.show(this.timeline.frameOf(index, aim))));
      this.#landed = this.#position = aim;
      this.#say();
    }
    this.#say();
  }

  async #rollFrom(position: number): Promise<void> {
    await this.#aim(position);
    if (this.#motion !== 'playing' || this.#disposed || this.#decks.some((deck) => deck.rolling)) return;
    if (this.#decks.every((deck) => deck.failed)) return this.#restHere();
    this.#landed = null;
    this.#decks.forEach((deck, index) => {
      if (!this.timeline.isOver(index, this.#position)) deck.roll();
    });
    // A nudged clip that has to wait must do so from the first moment.
    const waits = this.#decks.some((_, index) => this.timeline.nudgeOf(index) < 0);
    this.#skewCheckFrom = this.#clock.now() + (waits ? 0 : SKEW_CHECK_FROM);
    this.#say();
    this.#tickOn();
  }

  #tickOn(): void {
    this.#cancelTick = this.#clock.nextPaint(() => {
      if (this.#motion === 'playing') this.#followPlaying();
      else if (this.#motion === 'shuttling') this.#followShuttle();
    });
  }

  #followPlaying(): void {
    const before = this.#decks.map((deck) => deck.painted);
    for (const deck of this.#decks) {
      if (!deck.rolling) continue;
      const reading = deck.read();
      if (reading === 'end') void deck.show(deck.lastFrame).then(() => this.#say());
      if (reading === 'stuck') return this.#freeStuck(deck);
    }
    const leader = this.#leader();
    if (!leader) return this.#finishRound();
    this.#position = clampFrame(frameAt(this.#timeOf(leader), this.timeline.rate), this.timeline.frameCount);
    if (this.#clock.now() >= this.#skewCheckFrom) keepTogether(this.#decks, this.timeline.rate, (deck) => this.#timeOf(deck));
    if (this.#decks.some((deck, index) => deck.painted !== before[index])) this.#say();
    this.#tickOn();
  }

  /** The longest clip stands on its last frame: leave it there for as long as a frame lasts, then begin again or rest. */
  #finishRound(): void {
    const lastFrame = this.timeline.frameCount - 1;
    void this.#aim(lastFrame).then(() => {
      if (this.#motion !== 'playing' || this.#disposed) return;
      if (!this.#loop) return this.#restHere();
      this.#cancelHold = this.#clock.after(secondsOf(1, this.timeline.rate) * 1000, () => void this.#rollFrom(0));
    });
  }

  /** The timeline's seconds as a playing clip has them. */
  #timeOf(deck: Deck): number {
    return deck.video.currentTime - this.timeline.aheadOf(this.#decks.indexOf(deck));
  }

  /** The longest of the clips that still play tells where the timeline stands. */
  #leader(): Deck | undefined {
    const { lengths } = this.timeline;
    const order = this.#decks.map((_, index) => index).sort((one, other) => (lengths[other] ?? 0) - (lengths[one] ?? 0));
    return order.map((index) => this.#decks[index]).find((deck) => deck?.rolling);
  }

  #freeStuck(deck: Deck): void {
    deck.distrust();
    if (this.#rescues++ < RESCUES) {
      this.#landed = null;
      void this.#rollFrom(this.#position);
      return;
    }
    this.#stalled = true;
    void this.pause();
  }

  #restHere(): void {
    this.#rest();
    this.#say();
  }

  #followShuttle(): void {
    const { at, position } = this.#shuttleFrom;
    const passed = frameAt(((this.#clock.now() - at) / 1000) * Math.abs(this.#speed), this.timeline.rate);
    const aim = position + Math.sign(this.#speed) * passed;
    const over = this.#speed > 0 ? aim >= this.timeline.frameCount - 1 : aim <= 0;
    if (over) this.#rest();
    void this.#aim(aim);
    if (!over) this.#tickOn();
  }

  #say(): void {
    if (this.#disposed) return;
    this.#tell({
      position: this.#position,
      frames: this.#decks.map((deck) => deck.painted),
      motion: this.#motion,
      speed: this.#speed,
      settled: this.#motion === 'paused' && this.#landed === this.#wanted,
      failed: this.#decks.flatMap((deck, index) => (deck.failed ? [index] : [])),
      stalled: this.#stalled,
    });
  }
}
