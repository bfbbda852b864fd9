/** Decoded pictures of every clip that is kept ready, under one bound of memory; the clips on screen come first. */

/** What the shelf must know of a clip, and may tell it. */
export interface Shelved {
  readonly frameCount: number;
  readonly bytesPerFrame: number;
  isOnScreen(): boolean;
  /** Everything it may keep is there, or nothing more will come. */
  isIdle(): boolean;
  /** What it may keep, or whether it may decode, has changed. */
  proceed(): void;
}

/** Memory for decoded pictures unless a setting says otherwise. */
const USUAL_SHELF_BYTES = 1024 ** 3;
/** A clip that is only kept ready has at least its beginning. */
const BEGINNING = 24;

/** A clip's place on the shelf. */
export class ShelfPlace {
  /** How many frames it may keep. */
  allowance = 0;
  /** Whether it may decode ahead now: clips that wait do so one after the other, once those on screen have all they may have. */
  mayDecode = false;
  readonly clip: Shelved;
  readonly #shelf: Shelf;

  constructor(shelf: Shelf, clip: Shelved) {
    this.#shelf = shelf;
    this.clip = clip;
  }

  /** It became idle, or has something to do again. */
  changed(): void {
    this.#shelf.arrange();
  }

  leave(): void {
    this.#shelf.remove(this);
  }
}

export class Shelf {
  #bytes: number;
  #places: readonly ShelfPlace[] = [];
  #arranging = false;
  /** What clips that left could hold, since that was last told. */
  #letGo = 0;
  readonly #onletgo: () => void;

  /** `onletgo` is told when the shelf is empty, and in between each time as much has left it as it may hold. */
  constructor(bytes: number = USUAL_SHELF_BYTES, onletgo: () => void = () => undefined) {
    this.#bytes = bytes;
    this.#onletgo = onletgo;
  }

  /** Changes the bound; what is too much is let go at once. */
  set bytes(bytes: number) {
    this.#bytes = bytes;
    this.share();
  }

  /** A place for one more clip. */
  place(clip: Shelved): ShelfPlace {
    const place = new ShelfPlace(this, clip);
    this.#places = [...this.#places, place];
    this.share();
    return place;
  }

  remove(place: ShelfPlace): void {
    if (!this.#places.includes(place)) return;
    this.#places = this.#places.filter((other) => other !== place);
    this.share();
    this.#letGo += place.clip.frameCount * place.clip.bytesPerFrame;
    if (this.#places.length > 0 && this.#letGo < this.#bytes) return;
    this.#letGo = 0;
    this.#onletgo();
  }

  /** Lets those decode whose turn it is. */
  arrange(): void {
    // A clip that is told to go on says that it changed.
    if (this.#arranging) return;
    this.#arranging = true;
    const busy = this.#places.some((place) => place.clip.isOnScreen() && !place.clip.isIdle());
    const next = busy ? undefined : this.#places.find((place) => !place.clip.isOnScreen() && !place.clip.isIdle());
    for (const place of this.#places) {
      const may = place.clip.isOnScreen() || place === next;
      if (may === place.mayDecode) continue;
      place.mayDecode = may;
      place.clip.proceed();
    }
    this.#arranging = false;
  }

  /**
   * Shares the memory out anew, after clips went on screen or off it. Whole clips as long as they fit; where they do not, those on
   * screen share what is left once every other has its beginning.
   */
  share(): void {
    const size = ({ clip }: ShelfPlace, frames: number) => Math.min(frames, clip.frameCount) * clip.bytesPerFrame;
    const shown = this.#places.filter((place) => place.clip.isOnScreen());
    const waiting = this.#places.filter((place) => !place.clip.isOnScreen());
    let left = this.#bytes - waiting.reduce((sum, place) => sum + size(place, BEGINNING), 0);
    shown.forEach((place, index) => {
      const fair = Math.max(0, left / (shown.length - index));
      place.allowance = Math.min(place.clip.frameCount, Math.floor(fair / place.clip.bytesPerFrame));
      left -= size(place, place.allowance);
    });
    for (const place of waiting) {
      left += size(place, BEGINNING);
      const whole = size(place, place.clip.frameCount) <= left;
      place.allowance = whole ? place.clip.frameCount : Math.min(BEGINNING, place.clip.frameCount);
      left -= size(place, place.allowance);
    }
    for (const place of [...this.#places]) place.clip.proceed();
    this.arrange();
  }
}
