/** Without a key, a click or a movement for so long, nobody is taken to be watching. */
const IDLE_AFTER = 20_000;

/**
 * Measures how long a person really looks at a clip, in milliseconds of a clock that only grows. Time counts while the picture is
 * there, the window has the focus, no dialog stands over it, and somebody did something within the last twenty seconds.
 */
export class Attention {
  #watching = false;
  #away = new Set<string>();
  #lastSign = 0;
  #from: number | null = null;
  #measured = 0;

  /** The picture is painted: time counts from here. */
  pictureAppeared(now: number): void {
    this.#close(now);
    this.#watching = true;
    this.#lastSign = now;
    this.#open(now);
  }

  /** Another clip, or none, takes its place; answers the time this one got. */
  pictureLeft(now: number): number {
    const measured = this.take(now);
    this.#watching = false;
    this.#from = null;
    return measured;
  }

  /** A key, a click, a movement. */
  sign(now: number): void {
    this.#close(now);
    this.#lastSign = now;
    this.#open(now);
  }

  /** Something takes the eyes off the picture: the window lost the focus, a dialog opened. */
  away(why: string, now: number): void {
    this.#close(now);
    this.#away.add(why);
  }

  /** And gives them back. */
  back(why: string, now: number): void {
    if (!this.#away.delete(why)) return;
    this.sign(now);
  }

  /** Whether time counts at this moment. */
  isCounting(now: number): boolean {
    return this.#from !== null && now - this.#lastSign < IDLE_AFTER;
  }

  /** What was measured since the last taking; counting goes on. */
  take(now: number): number {
    this.#close(now);
    const measured = this.#measured;
    this.#measured = 0;
    if (now - this.#lastSign < IDLE_AFTER) this.#open(now);
    return measured;
  }

  #open(now: number): void {
    if (this.#watching && this.#away.size === 0) this.#from = now;
  }

  /** Adds what ran until now, but never past the moment the person went idle. */
  #close(now: number): void {
    if (this.#from === null) return;
    this.#measured += Math.max(0, Math.min(now, this.#lastSign + IDLE_AFTER) - this.#from);
    this.#from = null;
  }
}
