/** Videos kept ready: those on screen and their neighbours, each with its first frame decoded, and no more than that. */

import type { Clock } from './clock';
import { Deck, type Reel } from './deck';

/** A clip to be kept ready. */
export interface Racked {
  /** Names the clip's pictures on the media server. */
  readonly clipKey: string;
  readonly address: string;
  readonly reel: Reel;
}

/** A clip on the rack: its element comes with the page, its first frame a little later. */
export class RackedClip {
  readonly clipKey: string;
  readonly address: string;
  readonly reel: Reel;
  deck = $state.raw<Deck | null>(null);

  constructor({ clipKey, address, reel }: Racked) {
    this.clipKey = clipKey;
    this.address = address;
    this.reel = reel;
  }
}

export class Rack {
  /** In the order they came, so that no element is ever moved in the page: a moved video loses its picture. */
  clips = $state.raw<readonly RackedClip[]>([]);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps exactly these ready. */
  keep(wanted: readonly Racked[]): void {
    const keys = new Set(wanted.map((clip) => clip.clipKey));
    const kept = this.clips.filter((clip) => keys.has(clip.clipKey));
    const there = new Set(kept.map((clip) => clip.clipKey));
    const added = wanted.filter((clip) => !there.has(clip.clipKey)).map((clip) => new RackedClip(clip));
    if (added.length > 0 || kept.length < this.clips.length) this.clips = [...kept, ...added];
  }

  find(clipKey: string | undefined): RackedClip | undefined {
    return this.clips.find((clip) => clip.clipKey === clipKey);
  }

  /** For `{@attach}` on the clip's `<video>`. */
  mount(clip: RackedClip): (video: HTMLVideoElement) => () => void {
    return (video) => {
      video.muted = true;
      video.src = clip.address;
      const deck = new Deck(video, clip.reel, this.#clock);
      clip.deck = deck;
      void deck.show(0);
      return () => {
        clip.deck = null;
        deck.dispose();
        // Without this the decoder and its memory outlive the element.
        video.removeAttribute('src');
        video.load();
      };
    };
  }
}
