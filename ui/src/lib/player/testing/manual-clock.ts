import type { Clock } from '../clock';

const PAINT_EVERY = 1000 / 60;

/** A clock that stands still until a test moves it; paints come sixty times a second. */
export class ManualClock implements Clock {
  #now = 0;
  #order = 0;
  #due = new Map<number, { at: number; callback: () => void }>();

  now(): number {
    return this.#now;
  }

  nextPaint(callback: () => void): () => void {
    return this.#add((Math.floor(this.#now / PAINT_EVERY + 1e-9) + 1) * PAINT_EVERY, callback);
  }

  after(milliseconds: number, callback: () => void): () => void {
    return this.#add(this.#now + milliseconds, callback);
  }

  /** Lets so many milliseconds pass, with everything that falls due in them. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#now = Math.max(this.#now, next.at);
      this.#due.delete(next.key);
      next.callback();
      await settle();
    }
    this.#now = end;
  }

  #add(at: number, callback: () => void): () => void {
    const key = this.#order++;
    this.#due.set(key, { at, callback });
    return () => this.#due.delete(key);
  }

  #next(end: number) {
    const due = [...this.#due].map(([key, entry]) => ({ key, ...entry })).filter((entry) => entry.at <= end);
    return due.sort((one, other) => one.at - other.at || one.key - other.key)[0];
  }
}

/** Lets everything that waits for nothing but its turn run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
