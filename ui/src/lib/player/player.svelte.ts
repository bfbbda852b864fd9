/** The transport as the page sees it: what is shown, and the wishes that outlive a single clip. */

import type { Clock } from './clock';
import type { Deck } from './deck';
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

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Puts these decks under one clock; none leaves the player empty. */
  use(decks: readonly Deck[]): void {
    if (decks.length === this.#decks.length && decks.every((deck, index) => deck === this.#decks[index])) return;
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
    });
    this.#transport = transport;
    this.timeline = transport.timeline;
    this.shown = { ...NOTHING, frames: decks.map((deck) => deck.painted) };
    transport.loop = this.loop;
    transport.sound = this.sound;
    void (this.rolls ? transport.play() : transport.seek(0));
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
    if (this.#transport) this.#transport.sound = this.sound;
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
