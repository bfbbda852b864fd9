/** Clips kept ready: those on screen and their neighbours, each with its first frame painted, and no more than that. */

import type { Clock } from './clock';
import { suggestCollection } from './collection';
import { Deck, type OpenSource } from './deck';
import { DecodedPictures, canDecode } from './decoded-pictures';
import { fetchPreview, type PreviewAddresses } from './preview-index';
import type { Reel } from './reel';
import { Shelf } from './shelf';
import { SoughtPictures, hiddenVideo } from './sought-pictures';

/** A clip to be kept ready. */
export interface Racked {
  /** Names the clip's pictures on the media server. */
  readonly clipKey: string;
  readonly addresses: PreviewAddresses;
  readonly reel: Reel;
}

/** A clip on the rack: its deck comes with its canvas in the page, its first frame a little later. */
export class RackedClip {
  readonly clipKey: string;
  readonly addresses: PreviewAddresses;
  readonly reel: Reel;
  deck = $state.raw<Deck | null>(null);

  constructor({ clipKey, addresses, reel }: Racked) {
    this.clipKey = clipKey;
    this.addresses = addresses;
    this.reel = reel;
  }
}

export class Rack {
  /** In the order they came, so that no canvas is ever moved in the page. */
  clips = $state.raw<readonly RackedClip[]>([]);
  /** The memory that all of them share. */
  readonly shelf = new Shelf(undefined, suggestCollection);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Keeps exactly these ready; none gives every picture's memory back. */
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

  /** For `{@attach}` on the clip's `<canvas>`. */
  mount(clip: RackedClip): (canvas: HTMLCanvasElement) => () => void {
    return (canvas) => {
      const deck = new Deck({
        canvas,
        reel: clip.reel,
        address: clip.addresses.preview,
        ways: this.#ways(clip),
        onwatched: () => {
          this.shelf.share();
        },
      });
      clip.deck = deck;
      return () => {
        clip.deck = null;
        deck.dispose();
      };
    };
  }

  /** Decoded by this page where that is possible, else by the system's player, one seek at a time. */
  #ways({ addresses, reel }: RackedClip): OpenSource[] {
    const load = (signal: AbortSignal) => fetchPreview(addresses, reel.frameCount, signal);
    const decoded: OpenSource = (onchange, isOnScreen) => new DecodedPictures({ reel, shelf: this.shelf, load, isOnScreen, onchange });
    const sought: OpenSource = (onchange) => {
      const { video, letGo } = hiddenVideo(addresses.preview);
      return new SoughtPictures(video, reel, this.#clock, onchange, letGo);
    };
    return canDecode() ? [decoded, sought] : [sought];
  }
}
