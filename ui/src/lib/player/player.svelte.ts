/** The transport as the page sees it: what is shown, and the wishes that outlive a single clip. */

import type { Clock } from './clock';
import type { Deck } from './deck';
import { clampFrame, sameMoment, secondsOf } from './frame-rate';
import { Timeline } from './timeline';
import { Transport, type Shown, type Wishes } from './transport';
import type { FrameRange } from './travel';
import { Voice } from './voice';

const NOTHING: Shown = {
  position: 0,
  frames: [],
  motion: 'paused',
  speed: 0,
  settled: false,
  failed: [],
  sought: [],
  stalled: false,
  pace: null,
};

export interface Beginning {
  /** Goes on at the moment that was shown, moving on as that did, where otherwise the new clips begin. */
  readonly carry?: boolean;
  /** By how many of its own frames each clip is ahead of the start-of-file match. */
  readonly nudges?: readonly number[];
}

export class Player {
  shown = $state.raw<Shown>(NOTHING);
  /** The common time of the clips on screen; null while none can be played. */
  timeline = $state.raw<Timeline | null>(null);
  /** Plays again at the end. */
  loop = $state(true);
  /** Plays there and back instead of again from the start. */
  pingPong = $state(false);
  /** The frames that are played, in positions of the timeline; null for all of them. */
  range = $state.raw<FrameRange | null>(null);
  /** By how many of its own frames each clip is ahead of the start-of-file match. */
  nudges = $state.raw<readonly number[]>([]);
  /** Off until somebody asks for it. */
  sound = $state(false);
  /** Which of the clips on screen is heard. */
  audible = $state(0);
  /** The next clip plays by itself, as the last one did. */
  rolls = $state(true);
  readonly #clock: Clock;
  #transport: Transport | null = null;
  #decks: readonly Deck[] = [];
  #voice: Voice | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Puts these decks under one clock; none leaves the player empty. The same ones again are only matched anew. */
  use(decks: readonly Deck[], { carry = false, nudges = [] }: Beginning = {}): void {
    const matched = decks.map((_, index) => nudges[index] ?? 0);
    if (isSame(decks, this.#decks)) {
      this.#match(matched);
      return;
    }
    const before = carry && this.#transport && this.timeline ? { position: this.#transport.position, rate: this.timeline.rate } : null;
    this.#transport?.dispose();
    this.#silence();
    this.#decks = decks;
    this.nudges = matched;
    if (!carry) this.range = null;
    const timeline = this.#timelineOf(decks);
    this.timeline = timeline;
    if (!timeline) {
      this.#transport = null;
      this.shown = NOTHING;
      return;
    }
    const transport = new Transport(decks, timeline, this.#wishes(), this.#clock, (shown) => {
      if (this.#transport === transport) this.#tell(shown);
    });
    this.#transport = transport;
    transport.seek(before ? sameMoment(before.position, before.rate, timeline.rate) : 0);
    if (this.rolls) transport.play();
  }

  seek(position: number): void {
    this.#still()?.seek(position);
  }

  step(frames: number): void {
    this.#still()?.step(frames);
  }

  first(): void {
    this.#still()?.seek(0);
  }

  last(): void {
    if (this.timeline) this.#still()?.seek(this.timeline.frameCount - 1);
  }

  pause(): void {
    this.#still()?.pause();
  }

  toggle(): void {
    if (this.shown.motion === 'paused') this.#rolling()?.play();
    else this.pause();
  }

  /** From the first frame of what is played. */
  playAgain(): void {
    this.#rolling()?.playAgain();
  }

  shuttle(direction: 1 | -1): void {
    this.#rolling()?.shuttle(direction);
  }

  /** Tries what could not be shown once more. */
  retry(): void {
    this.#transport?.retry();
  }

  toggleLoop(): void {
    this.loop = !this.loop;
    this.#wish();
  }

  togglePingPong(): void {
    this.pingPong = !this.pingPong;
    if (this.pingPong) this.loop = true;
    this.#wish();
  }

  /** Plays only these positions; null for all. */
  setRange(range: FrameRange | null): void {
    const length = this.timeline?.frameCount ?? 0;
    const [one, other] = range ? [clampFrame(range.first, length), clampFrame(range.last, length)] : [0, 0];
    this.range = range && length > 0 ? { first: Math.min(one, other), last: Math.max(one, other) } : null;
    this.#wish();
  }

  /** The painted position becomes the first one played. */
  setIn(): void {
    this.#mark((position, last) => ({ first: position, last: this.range && this.range.last >= position ? this.range.last : last }));
  }

  /** The painted position becomes the last one played. */
  setOut(): void {
    this.#mark((position) => ({ first: this.range && this.range.first <= position ? this.range.first : 0, last: position }));
  }

  clearRange(): void {
    this.setRange(null);
  }

  toggleSound(): void {
    this.sound = !this.sound;
    this.#silence();
    this.#tell(this.shown);
  }

  /** Chooses the one of the clips on screen that is heard when sound is on. */
  hear(deck: number): void {
    if (deck === this.audible) return;
    this.audible = deck;
    this.#silence();
    this.#tell(this.shown);
  }

  #match(nudges: readonly number[]): void {
    if (isSame(nudges, this.nudges) || !this.#transport) return;
    this.nudges = nudges;
    this.timeline = this.#timelineOf(this.#decks);
    if (this.timeline) this.#transport.timeline = this.timeline;
  }

  #mark(range: (position: number, last: number) => FrameRange): void {
    if (this.timeline) this.setRange(range(this.shown.position, this.timeline.frameCount - 1));
  }

  #wishes(): Wishes {
    return { range: this.range, loop: this.loop, pingPong: this.pingPong };
  }

  #wish(): void {
    if (this.#transport) this.#transport.wishes = this.#wishes();
  }

  #timelineOf(decks: readonly Deck[]): Timeline | null {
    const [first, ...others] = decks.map((deck) => deck.reel);
    return first ? new Timeline([first, ...others], this.nudges) : null;
  }

  #tell(shown: Shown): void {
    const jumped = shown.position < this.shown.position || shown.motion !== this.shown.motion;
    this.shown = shown;
    this.#speak(shown, jumped);
  }

  /** Sound goes with the picture, forwards at its own pace; every other motion is silent. */
  #speak(shown: Shown, jumped: boolean): void {
    const deck = this.#decks[this.audible];
    const frame = shown.frames[this.audible];
    const speaks = this.sound && shown.motion === 'playing' && this.#transport?.way === 1 && !shown.stalled;
    if (!speaks || !deck?.reel.audio || frame === null || frame === undefined) {
      this.#voice?.rest();
      return;
    }
    this.#voice ??= new Voice(hiddenSound(), deck.address, this.#clock);
    if (jumped) this.#voice.jumped();
    this.#voice.follow(secondsOf(frame, deck.reel.rate));
  }

  #silence(): void {
    this.#voice?.dispose();
    this.#voice = null;
  }

  #still(): Transport | null {
    this.rolls = false;
    return this.#transport;
  }

  #rolling(): Transport | null {
    this.rolls = true;
    return this.#transport;
  }
}

function isSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

function hiddenSound(): HTMLAudioElement {
  const sound = new Audio();
  sound.preload = 'auto';
  return sound;
}
