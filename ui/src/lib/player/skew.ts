import type { Deck } from './deck';
import { secondsOf, type FrameRate } from './frame-rate';

/** A clip that is ahead by more than this share of a frame is held. */
const TOO_FAR = 0.9;
/** And let go again when so little is left: it takes a moment to start. */
const CLOSE_ENOUGH = 0.3;
/** Below this the clocks of two elements cannot be told apart, whatever the frame rate. */
const INDISTINCT = 0.016;

/**
 * Keeps playing clips within a frame of each other: whichever is ahead stands still until the last one is there. A change of
 * `playbackRate` would do it without a stop, but costs the decoder a flush each time, and on a busy machine that never ends.
 */
export function keepTogether(decks: readonly Deck[], rate: FrameRate, timeOf: (deck: Deck) => number): void {
  const rolling = decks.filter((deck) => deck.rolling);
  const frame = secondsOf(1, rate);
  const last = Math.min(...rolling.map(timeOf));
  for (const deck of rolling) {
    const ahead = timeOf(deck) - last;
    if (ahead > Math.max(TOO_FAR * frame, INDISTINCT)) deck.hold();
    else if (ahead <= CLOSE_ENOUGH * frame) deck.release();
  }
}
