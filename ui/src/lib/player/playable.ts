import type { ClipDetail } from '$lib/ipc';
import { parseFrameRate } from '$lib/player/frame-rate';
import type { Reel } from '$lib/player/reel';

/** What the player needs of a clip's preview; null while there is nothing it could play. */
export function playable({ preview }: Pick<ClipDetail, 'preview'>): Reel | null {
  if (preview.state !== 'ready' || preview.frame_count < 1) return null;
  const rate = parseFrameRate(preview.frame_rate);
  const { frame_count: frameCount, width, height, audio } = preview;
  return rate ? { rate, frameCount, width, height, audio } : null;
}
