import type { Way } from '$lib/commands';

/** What is needed to lay out posters in rows of one height. */
export interface GridMeasure {
  /** Width of the grid inside its padding. */
  readonly width: number;
  readonly count: number;
  /** The narrowest a poster may get. */
  readonly minTile: number;
  readonly gap: number;
  /** Height of what stands under a poster. */
  readonly caption: number;
}

/** Around every picture, so that the mark of a chosen tile has a place. */
const RIM = 3;

/** Where a tile lies, in pixels from the grid's top left. */
export interface TilePlace {
  readonly left: number;
  readonly top: number;
}

/** The indices from `from` up to, but without, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Rows of one height need no measuring: everything follows from the width, so that any of 100,000 tiles is found at once. */
export class GridLayout {
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly height: number;
  readonly #gap: number;
  readonly #count: number;

  constructor({ width, count, minTile, gap, caption }: GridMeasure) {
    this.#gap = gap;
    this.#count = count;
    this.columns = Math.max(1, Math.floor((width + gap) / (minTile + gap)));
    this.rows = Math.ceil(count / this.columns);
    this.tileWidth = Math.max(1, Math.floor((width - gap * (this.columns - 1)) / this.columns));
    this.tileHeight = Math.round(((this.tileWidth - 2 * RIM) * 9) / 16) + 2 * RIM + caption;
    this.height = Math.max(0, this.rows * this.#pitch - gap);
  }

  get #pitch(): number {
    return this.tileHeight + this.#gap;
  }

  placeOf(index: number): TilePlace {
    const row = Math.floor(index / this.columns);
    return { left: (index % this.columns) * (this.tileWidth + this.#gap), top: row * this.#pitch };
  }

  /** The tiles of the rows that touch the window, and of so many rows more on both sides. */
  visible(scrollTop: number, viewport: number, spareRows: number): Range {
    const first = Math.floor(Math.max(0, scrollTop) / this.#pitch) - spareRows;
    const last = Math.floor(Math.max(0, scrollTop + viewport - 1) / this.#pitch) + spareRows;
    const rowFrom = Math.max(0, Math.min(first, this.rows - 1));
    const rowTo = Math.max(0, Math.min(last, this.rows - 1));
    return { from: Math.min(rowFrom * this.columns, this.#count), to: Math.min((rowTo + 1) * this.columns, this.#count) };
  }

  /** The scroll position at which a tile is wholly in view, moving as little as possible. */
  reveal(index: number, scrollTop: number, viewport: number): number {
    const { top } = this.placeOf(index);
    if (top < scrollTop) return Math.max(0, top - this.#gap);
    const bottom = top + this.tileHeight;
    return bottom > scrollTop + viewport ? bottom + this.#gap - viewport : scrollTop;
  }

  /** Where a way leads from a tile, of a grid that has one. */
  neighbour(index: number, way: Way, viewport: number): number {
    const page = Math.max(1, Math.floor(viewport / this.#pitch)) * this.columns;
    const last = this.#count - 1;
    // Down from above a short last row goes to the last tile rather than nowhere.
    const down = (by: number) => (index + by <= last ? index + by : this.#rowOf(index) < this.rows - 1 ? last : index);
    const up = (by: number) => (index - by >= 0 ? index - by : index % this.columns);
    const moves: Record<Way, () => number> = {
      right: () => Math.min(index + 1, last),
      left: () => Math.max(index - 1, 0),
      down: () => down(this.columns),
      up: () => (index >= this.columns ? index - this.columns : index),
      pageDown: () => down(page),
      pageUp: () => up(page),
      home: () => 0,
      end: () => last,
    };
    return moves[way]();
  }

  #rowOf(index: number): number {
    return Math.floor(index / this.columns);
  }
}
