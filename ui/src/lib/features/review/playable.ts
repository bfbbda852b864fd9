import type { ClipDetail } from '$lib/ipc';
import type { Reel } from '$lib/player/deck';
import { parseFrameRate } from '$lib/player/frame-rate';

/** What the player needs of a clip's preview; null while there is nothing it could play. */
export function playable(detail: ClipDetail): Reel | null {
  const { preview } = detail;
  if (preview.state !== 'ready' || preview.frame_count < 1) return null;
  const rate = parseFrameRate(preview.frame_rate);
  return rate ? { rate, frameCount: preview.frame_count } : null;
}
