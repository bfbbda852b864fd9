import type { FrameRate } from './frame-rate';

/** What the player must know of a preview before it has seen any of it. */
export interface Reel {
  readonly rate: FrameRate;
  readonly frameCount: number;
  /** Of a frame, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Whether there is anything to hear. */
  readonly audio: boolean;
}
