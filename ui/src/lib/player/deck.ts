import type { Aim, OnChange, PictureSource } from './picture-source';
import type { Reel } from './reel';

/** Makes a source of pictures; it says so when one arrives. `isWatched`: the clip is on screen, and not only kept ready. */
export type OpenSource = (onchange: OnChange, isWatched: () => boolean) => PictureSource;

export interface DeckParts {
  readonly canvas: HTMLCanvasElement;
  readonly reel: Reel;
  readonly address: string;
  /** The ways to come by the pictures, tried in order. */
  readonly ways: readonly OpenSource[];
  /** The clip came on screen or left it. */
  onwatched(): void;
}

/**
 * One clip's canvas and the number of the picture on it. Nothing but [`Deck.paint`] draws there, and it sets the number in the same
 * breath: what is reported is what is painted, in every motion.
 */
export class Deck {
  readonly reel: Reel;
  /** Where the preview is fetched, for its sound. */
  readonly address: string;
  /** The frame on the canvas; null before the first. */
  painted: number | null = null;
  #watcher: OnChange | null = null;
  readonly #onwatched: () => void;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  readonly #ways: readonly OpenSource[];
  #way = 0;
  #source: PictureSource | null = null;
  #aim: Aim = { frame: 0, way: 1, range: null };

  constructor({ canvas, reel, address, ways, onwatched }: DeckParts) {
    this.#canvas = canvas;
    this.address = address;
    this.#onwatched = onwatched;
    this.reel = reel;
    this.#ways = ways;
    canvas.width = reel.width;
    canvas.height = reel.height;
    this.#context = canvas.getContext('2d', { alpha: false });
    this.#open();
  }

  get lastFrame(): number {
    return this.reel.frameCount - 1;
  }

  /** No way to come by its pictures is left. */
  get failed(): boolean {
    return this.#source === null;
  }

  /** How it comes by its pictures; null when there is no way. */
  get kind(): PictureSource['kind'] | null {
    return this.#source?.kind ?? null;
  }

  /** The transport listens while the clip is on screen: it is told when a picture arrived, or none will. */
  watch(watcher: OnChange | null): void {
    this.#watcher = watcher;
    this.#onwatched();
  }

  has(frame: number): boolean {
    return this.#source?.has(frame) ?? false;
  }

  /** Makes a frame, and those after it, ready. */
  aim(aim: Aim): void {
    this.#aim = aim;
    this.#source?.aim(aim);
  }

  /** Paints a frame that is there. */
  paint(frame: number): void {
    if (frame === this.painted || !this.#context || !this.has(frame)) return;
    this.#source?.draw(frame, this.#context);
    this.painted = frame;
  }

  /** Tries every way once more. */
  retry(): void {
    this.#way = 0;
    this.#open();
  }

  dispose(): void {
    this.#watcher = null;
    this.#source?.dispose();
    this.#source = null;
    // Gives the canvas's memory back at once, wherever the element still hangs.
    this.#canvas.width = this.#canvas.height = 0;
  }

  #open(): void {
    this.#source?.dispose();
    this.#source = null;
    const open = this.#ways[this.#way++];
    this.#source =
      open?.(
        () => this.#heard(),
        () => this.#watcher !== null,
      ) ?? null;
    this.#source?.aim(this.#aim);
  }

  #heard(): void {
    if (this.#source?.failed) this.#open();
    // Kept ready, with nobody to ask for it: the frame it begins with is painted before it is seen.
    if (!this.#watcher) this.paint(this.#aim.frame);
    else this.#watcher();
  }
}
