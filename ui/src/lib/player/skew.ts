import type { Deck } from './deck';
import { secondsOf, type FrameRate } from './frame-rate';

/** Below this nothing is corrected: it is the jitter of reading two elements one after the other. */
const TOLERATED = 0.008;
/** A nudge catches up within about this many seconds. */
const CATCH_UP = 0.5;
const SLOWEST = 0.75;
const FASTEST = 1.25;

/**
 * Keeps playing clips at the pace of the first that plays, by a slightly other rate for those that run ahead or behind; the first is
 * the one that is heard, so it is left alone. `apart` when a clip is too far off for that and must be sought anew.
 */
export function keepTogether(decks: readonly Deck[], rate: FrameRate): 'together' | 'apart' {
  const [reference, ...others] = decks.filter((deck) => deck.rolling);
  if (!reference) return 'together';
  let verdict: 'together' | 'apart' = 'together';
  for (const deck of others) {
    const ahead = deck.video.currentTime - reference.video.currentTime;
    if (Math.abs(ahead) > Math.max(0.1, secondsOf(2, rate))) verdict = 'apart';
    deck.video.playbackRate =
      Math.abs(ahead) < TOLERATED ? 1 : Math.min(FASTEST, Math.max(SLOWEST, 1 - ahead / CATCH_UP));
  }
  return verdict;
}
