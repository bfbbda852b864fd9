/** Without a key, a click or a movement for so long, nobody is taken to be watching; people may choose another length. */
const IDLE_AFTER = 20_000;
/** A clock that jumps further than this between two beats ran while the computer slept. */
const SLEPT = 10_000;

/**
 * Measures how long a person really looks at a clip, in milliseconds of a clock that only grows. Time counts while the picture is
 * there, the window has the focus, no dialog stands over it, and somebody did something within the last twenty seconds. What passed
 * while the computer slept counts for nothing.
 */
export class Attention {
  /** After how long without a sign nobody is taken to be watching. */
  idleAfter = IDLE_AFTER;
  #beat: number | null = null;
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

  /** Called every second or so by a timer, which stands still while the computer sleeps. */
  beat(now: number): void {
    this.#noticeSleep(now);
    this.#beat = now;
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
    return this.#from !== null && now - this.#lastSign < this.idleAfter;
  }

  /** What was measured since the last taking; counting goes on. */
  take(now: number): number {
    this.#close(now);
    const measured = this.#measured;
    this.#measured = 0;
    if (now - this.#lastSign < this.idleAfter) this.#open(now);
    return measured;
  }

  #open(now: number): void {
    if (this.#watching && this.#away.size === 0) this.#from = now;
  }

  /** Adds what ran until now, but never past the moment the person went idle. */
  #close(now: number): void {
    this.#noticeSleep(now);
    if (this.#from === null) return;
    this.#measured += Math.max(0, Math.min(now, this.#lastSign + this.idleAfter) - this.#from);
    this.#from = null;
  }

  /** After a sleep, time ends where it began and goes on with the next sign of a person. */
  #noticeSleep(now: number): void {
    if (this.#beat === null || now - this.#beat <= SLEPT) return;
    const fellAsleep = this.#beat;
    this.#beat = now;
    this.#close(fellAsleep);
    this.#lastSign = -Infinity;
  }
}
