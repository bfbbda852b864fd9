import type { Clock } from './clock';
import type { Deck } from './deck';
import { clampFrame, secondsOf } from './frame-rate';
import { PaceCounter, type Pace } from './pace';
import type { Timeline } from './timeline';
import { travel, type AtEnd, type FrameRange, type Travelled } from './travel';

/** What the transport is doing. */
export type Motion = 'paused' | 'playing' | 'shuttling';

/** What the screen shows, told after every change of it. */
export interface Shown {
  /** Where the timeline stands. */
  readonly position: number;
  /** The painted frame of each clip, in the order of the decks; null before its first. */
  readonly frames: readonly (number | null)[];
  readonly motion: Motion;
  /** 1 at the clip's own pace, -2 twice as fast backwards; 0 while paused. */
  readonly speed: number;
  /** Paused, every clip painted: the picture stays until something is asked for. */
  readonly settled: boolean;
  /** Clips that cannot be shown. */
  readonly failed: readonly number[];
  /** Clips whose pictures come one seek at a time, because this window cannot decode them. */
  readonly sought: readonly number[];
  /** Playing waits for a picture that does not come; stepping may still work. */
  readonly stalled: boolean;
  /** Target and achieved rate and what was left out; null until something played. */
  readonly pace: Pace | null;
}

/** How playing behaves; may change at any moment. */
export interface Wishes {
  /** The frames played; null for all. */
  readonly range: FrameRange | null;
  readonly loop: boolean;
  /** There and back again instead of from the start. */
  readonly pingPong: boolean;
}

const FASTEST = 8;
/** A picture is due a little before its moment: paints come at a beat of their own, and a frame that is late by a hair is not left out. */
const EARLY = 0.25;
/** Waiting longer than this for a picture is said. */
const PATIENCE_MS = 1500;

/**
 * One clock for every clip on screen. It asks which frames are due, paints them all in one go or none of them, and reports what it
 * painted; so clips cannot drift, and no number runs ahead of its picture.
 */
export class Transport {
  readonly #decks: readonly Deck[];
  readonly #clock: Clock;
  readonly #tell: (shown: Shown) => void;
  #timeline: Timeline;
  #wishes: Wishes;
  #motion: Motion = 'paused';
  #speed = 0;
  #position = 0;
  /** What is wanted while paused. */
  #wanted = 0;
  /** What the decks were last asked for and have not all given. */
  #awaited: { position: number; travelled: number; since: number } | null = null;
  #painted = false;
  #way: 1 | -1 = 1;
  /** Where the present travel began, and when. */
  #start: { position: number; at: number; way: 1 | -1 } = { position: 0, at: 0, way: 1 };
  #cancelTick: (() => void) | null = null;
  #pace: PaceCounter | null = null;
  #stalled = false;
  #disposed = false;

  constructor(decks: readonly Deck[], timeline: Timeline, wishes: Wishes, clock: Clock, tell: (shown: Shown) => void) {
    this.#decks = decks;
    this.#timeline = timeline;
    this.#wishes = wishes;
    this.#clock = clock;
    this.#tell = tell;
    for (const deck of decks) deck.watch(() => this.#heard());
  }

  get position(): number {
    return this.#position;
  }

  /** Which way the picture moves, or moved last. */
  get way(): 1 | -1 {
    return this.#way;
  }

  /** Playing goes on from here under the new wishes. */
  set wishes(wishes: Wishes) {
    this.#wishes = wishes;
    if (this.#motion !== 'paused') this.#depart(this.#position, wishes.pingPong ? this.#way : this.#direction);
  }

  /** The same clips, matched differently: nudged. */
  set timeline(timeline: Timeline) {
    this.#timeline = timeline;
    const here = clampFrame(this.#motion === 'paused' ? this.#wanted : this.#position, timeline.frameCount);
    if (this.#motion === 'paused') this.seek(here);
    else this.#depart(here, this.#way);
  }

  /** Shows a position, paused. */
  seek(position: number): void {
    const wanted = clampFrame(position, this.#timeline.frameCount);
    if (wanted !== this.#wanted) this.#way = wanted < this.#wanted ? -1 : 1;
    this.#rest();
    this.#wanted = wanted;
    if (this.#awaited && !this.#areThere(wanted)) return this.#say();
    this.#awaited = null;
    this.#show(wanted);
  }

  /** Steps from where the last step was aimed at, so that quick presses add up. */
  step(frames: number): void {
    this.seek((this.#motion === 'paused' ? this.#wanted : this.#position) + frames);
  }

  pause(): void {
    this.seek(this.#motion === 'paused' ? this.#wanted : this.#position);
  }

  /** Plays on; from the start of the range where its end was reached, or where it lies elsewhere. */
  play(): void {
    const { first, last } = this.#bounds();
    const from = this.#motion === 'paused' ? this.#wanted : this.#position;
    this.#set('playing', 1, from >= last || from < first ? first : from);
  }

  /** From the first frame of the range. */
  playAgain(): void {
    this.#set('playing', 1, this.#bounds().first);
  }

  /** J and L: each press in the same direction doubles the pace, the other direction turns round. */
  shuttle(direction: 1 | -1): void {
    const same = this.#motion !== 'paused' && Math.sign(this.#speed) === direction;
    const speed = same ? Math.max(-FASTEST, Math.min(FASTEST, this.#speed * 2)) : direction;
    if (speed === 1) return this.play();
    this.#set('shuttling', speed, this.#motion === 'paused' ? this.#wanted : this.#position);
  }

  /** Tries clips that were given up once more. */
  retry(): void {
    for (const deck of this.#decks) if (deck.failed) deck.retry();
    this.#painted = false;
    this.#awaited = null;
    this.seek(this.#motion === 'paused' ? this.#wanted : this.#position);
  }

  dispose(): void {
    this.#disposed = true;
    this.#cancelTick?.();
    for (const deck of this.#decks) deck.watch(null);
  }

  get #direction(): 1 | -1 {
    return this.#speed < 0 ? -1 : 1;
  }

  #bounds(): FrameRange {
    const last = this.#timeline.frameCount - 1;
    const { range } = this.#wishes;
    return this.#motion !== 'shuttling' && range ? { first: clampFrame(range.first, last + 1), last: clampFrame(range.last, last + 1) } : { first: 0, last };
  }

  #rest(): void {
    this.#cancelTick?.();
    this.#cancelTick = null;
    if (this.#motion !== 'paused') this.#awaited = null;
    this.#motion = 'paused';
    this.#speed = 0;
    this.#stalled = false;
  }

  #set(motion: Motion, speed: number, from: number): void {
    this.#rest();
    if (this.#timeline.frameCount < 2) return this.seek(0);
    this.#motion = motion;
    this.#speed = speed;
    this.#pace = motion === 'playing' ? new PaceCounter(this.#timeline.rate) : null;
    this.#depart(from, speed > 0 ? 1 : -1);
  }

  /** Travels from here, now; the first picture may have to be waited for. */
  #depart(from: number, way: 1 | -1): void {
    this.#cancelTick?.();
    this.#way = way;
    this.#start = { position: from, at: this.#clock.now(), way };
    this.#pace?.restart();
    this.#awaited = { position: from, travelled: 0, since: this.#clock.now() };
    this.#askFor(from);
    this.#say();
    this.#follow();
  }

  /** While paused: paints what is there, or asks for it. */
  #show(position: number): void {
    if (this.#areThere(position)) {
      this.#awaited = null;
      this.#paint(position);
      this.#askFor(position);
    } else {
      this.#awaited = { position, travelled: 0, since: this.#clock.now() };
      this.#askFor(position);
    }
    this.#say();
  }

  /** A picture arrived, or a clip was given up. */
  #heard(): void {
    if (this.#disposed) return;
    const { position } = this.#awaited ?? { position: this.#wanted };
    if (this.#motion !== 'paused') {
      if (this.#awaited && this.#areThere(position)) this.#arrive(this.#awaited);
      return;
    }
    if (this.#areThere(this.#wanted)) {
      if (this.#awaited || !this.#painted) this.#show(this.#wanted);
    } else if (this.#awaited && this.#areThere(position)) {
      // Not what is wanted any more, and the nearest to it there is: a scrub shows what it passes.
      this.#paint(position);
      this.#show(this.#wanted);
    } else if (this.#decks.some((deck) => deck.failed)) {
      this.#show(this.#wanted);
    }
  }

  #tick(): void {
    this.#cancelTick = this.#clock.nextPaint(() => {
      this.#cancelTick = null;
      if (this.#motion !== 'paused' && !this.#disposed) this.#follow();
    });
  }

  /** Paints what is due now. */
  #follow(): void {
    if (this.#awaited) {
      if (this.#areThere(this.#awaited.position)) return this.#arrive(this.#awaited);
      this.#wait(this.#awaited.since);
      return this.#tick();
    }
    const travelled = this.#travelled();
    const { position, way, over } = this.#at(travelled);
    this.#way = way;
    if (this.#areThere(position)) {
      if (position !== this.#position) this.#paintDue(position, travelled);
      if (over) return this.#restAt(position);
    } else {
      this.#awaited = { position, travelled, since: this.#clock.now() };
      this.#askFor(position);
    }
    this.#tick();
  }

  /** The picture that was waited for is there. */
  #arrive({ position, travelled }: { position: number; travelled: number }): void {
    this.#cancelTick?.();
    this.#awaited = null;
    this.#stalled = false;
    // What is decoded ahead is shown frame by frame, so the clock waited with it; a chain of seeks keeps to the time and leaves out frames.
    if (travelled === 0 || this.#decks.every((deck) => deck.kind !== 'sought')) {
      this.#start = { ...this.#start, at: this.#clock.now() - (travelled * 1000 * this.#frameSeconds()) / Math.abs(this.#speed) };
    }
    this.#paintDue(position, travelled);
    if (this.#at(travelled).over) return this.#restAt(position);
    this.#tick();
  }

  #wait(since: number): void {
    if (this.#stalled || this.#clock.now() - since < PATIENCE_MS) return;
    this.#stalled = true;
    this.#say();
  }

  #restAt(position: number): void {
    this.#rest();
    this.#wanted = position;
    this.#say();
  }

  #travelled(): number {
    const passed = (this.#clock.now() - this.#start.at) / 1000 / this.#frameSeconds();
    return Math.max(0, Math.floor(passed * Math.abs(this.#speed) + EARLY));
  }

  #at(travelled: number): Travelled {
    const { loop, pingPong } = this.#wishes;
    const atEnd: AtEnd = this.#motion === 'shuttling' || !loop ? 'stop' : pingPong ? 'turn' : 'again';
    const bounds = this.#bounds();
    const from = Math.max(bounds.first, Math.min(this.#start.position, bounds.last));
    return travel(from, travelled, this.#start.way, bounds, atEnd);
  }

  #frameSeconds(): number {
    return secondsOf(1, this.#timeline.rate);
  }

  #paintDue(position: number, travelled: number): void {
    this.#paint(position);
    this.#pace?.painted(this.#clock.now(), travelled);
    this.#askFor(position);
    this.#say();
  }

  #areThere(position: number): boolean {
    return this.#decks.every((deck, clip) => deck.failed || deck.has(this.#timeline.frameOf(clip, position)));
  }

  #paint(position: number): void {
    this.#decks.forEach((deck, clip) => {
      deck.paint(this.#timeline.frameOf(clip, position));
    });
    this.#position = position;
    this.#painted = true;
  }

  #askFor(position: number): void {
    const { range } = this.#wishes;
    this.#decks.forEach((deck, clip) => {
      const frame = this.#timeline.frameOf(clip, position);
      deck.aim({ frame, way: this.#way, range: range && this.#timeline.framesOf(clip, range) });
    });
  }

  #say(): void {
    if (this.#disposed) return;
    const which = (is: (deck: Deck) => boolean) => this.#decks.flatMap((deck, index) => (is(deck) ? [index] : []));
    this.#tell({
      position: this.#position,
      // What a clip was left with before it came under this clock is no answer to what is wanted of it.
      frames: this.#decks.map((deck, clip) => (this.#painted || deck.painted === this.#timeline.frameOf(clip, this.#wanted) ? deck.painted : null)),
      motion: this.#motion,
      speed: this.#speed,
      settled: this.#motion === 'paused' && this.#painted && this.#awaited === null,
      failed: which((deck) => deck.failed),
      sought: which((deck) => deck.kind === 'sought'),
      stalled: this.#stalled,
      pace: this.#pace?.now(this.#clock.now()) ?? null,
    });
  }
}
