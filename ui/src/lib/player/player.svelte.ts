/** The transport as the page sees it: what is shown, and the wishes that outlive a single clip. */

import type { Clock } from './clock';
import type { Deck } from './deck';
import { clampFrame, sameMoment } from './frame-rate';
import type { Timeline } from './timeline';
import { Transport, type Shown } from './transport';

const NOTHING: Shown = {
  position: 0,
  frames: [],
  motion: 'paused',
  speed: 0,
  settled: false,
  failed: [],
  stalled: false,
};

export class Player {
  shown = $state.raw<Shown>(NOTHING);
  /** The common time of the clips on screen; null while none can be played. */
  timeline = $state.raw<Timeline | null>(null);
  /** Plays again from the start at the end. */
  loop = $state(true);
  /** Off until somebody asks for it. */
  sound = $state(false);
  /** The next clip plays by itself, as the last one did. */
  rolls = $state(true);
  readonly #clock: Clock;
  #transport: Transport | null = null;
  #decks: readonly Deck[] = [];
  #nudges: readonly number[] = [];
  /** Which deck is heard when sound is on. */
  #audible = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Puts these decks under one clock; none leaves the player empty. `carry` goes on at the moment that was shown, where otherwise the
   * new clips begin; `nudges` moves each by so many of its own frames against the start of its file.
   */
  use(decks: readonly Deck[], { carry = false, nudges = [] }: { carry?: boolean; nudges?: readonly number[] } = {}): void {
    if (isSame(decks, this.#decks)) {
      this.#nudge(nudges);
      return;
    }
    this.#nudges = nudges;
    const before = carry ? this.timeline : null;
    const { position } = this.shown;
    this.#transport?.dispose();
    this.#decks = decks;
    const [first, ...others] = decks;
    if (!first) {
      this.#transport = this.timeline = null;
      this.shown = NOTHING;
      return;
    }
    const transport = new Transport([first, ...others], this.#clock, (shown) => {
      if (this.#transport === transport) this.shown = shown;
    }, this.#nudges);
    const { timeline } = transport;
    this.#transport = transport;
    this.timeline = timeline;
    transport.loop = this.loop;
    this.#hear();
    if (!before) {
      this.shown = { ...NOTHING, frames: decks.map((deck) => deck.painted) };
      void (this.rolls ? transport.play() : transport.seek(0));
      return;
    }
    const at = clampFrame(sameMoment(position, before.rate, timeline.rate), timeline.frameCount);
    // A clip that stands on another frame shows nothing until it is there.
    const frames = decks.map((deck, clip) => (deck.painted === timeline.frameOf(clip, at) ? deck.painted : null));
    this.shown = { ...NOTHING, position: at, frames };
    void (this.rolls ? transport.playFrom(at) : transport.seek(at));
  }

  #nudge(nudges: readonly number[]): void {
    if (isSame(nudges, this.#nudges)) return;
    this.#nudges = nudges;
    void this.#transport?.nudge(nudges);
    if (this.#transport) this.timeline = this.#transport.timeline;
  }

  /** Chooses the one deck that is heard when sound is on. */
  hear(deck: number): void {
    this.#audible = deck;
    this.#hear();
  }

  seek(position: number): void {
    void this.#still()?.seek(position);
  }

  step(frames: number): void {
    void this.#still()?.step(frames);
  }

  first(): void {
    void this.#still()?.first();
  }

  last(): void {
    void this.#still()?.last();
  }

  pause(): void {
    void this.#still()?.pause();
  }

  toggle(): void {
    if (this.shown.motion === 'paused') void this.#rolling()?.play();
    else this.pause();
  }

  playAgain(): void {
    void this.#rolling()?.playAgain();
  }

  shuttle(direction: 1 | -1): void {
    void this.#rolling()?.shuttle(direction);
  }

  /** Tries what could not be shown once more. */
  retry(): void {
    void this.#transport?.retry();
  }

  toggleLoop(): void {
    this.loop = !this.loop;
    if (this.#transport) this.#transport.loop = this.loop;
  }

  toggleSound(): void {
    this.sound = !this.sound;
    this.#hear();
  }

  #hear(): void {
    this.#transport?.hear(this.sound ? this.#audible : null);
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
