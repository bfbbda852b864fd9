/** Time as the player sees it; handed in, so that tests own it. */
export interface Clock {
  /** Milliseconds that only grow. */
  now(): number;
  /** Calls back before the next paint. */
  nextPaint(callback: () => void): () => void;
  /** Calls back once after so many milliseconds. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The window's own clock. */
export const windowClock: Clock = {
  now: () => performance.now(),
  nextPaint(callback) {
    const handle = requestAnimationFrame(callback);
    return () => cancelAnimationFrame(handle);
  },
  after(milliseconds, callback) {
    const handle = setTimeout(callback, milliseconds);
    return () => clearTimeout(handle);
  },
};
