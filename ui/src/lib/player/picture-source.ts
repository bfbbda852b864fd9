import type { FrameRange } from './travel';

/** What a source is told of the playhead, so that it can have ready what is asked for next. */
export interface Aim {
  /** The frame wanted now. */
  readonly frame: number;
  /** Which way playing, or the next step, goes on. */
  readonly way: 1 | -1;
  /** The frames that are played again and again; null for the whole clip. */
  readonly range: FrameRange | null;
}

/** The pictures of one preview, wherever they come from. A picture that is there can be drawn at once, any number of times. */
export interface PictureSource {
  /** `decoded`: whole stretches lie ready. `sought`: the system's player is asked for one frame after the other. */
  readonly kind: 'decoded' | 'sought';
  /** It cannot give any picture, now or later. */
  readonly failed: boolean;
  /** Whether this frame can be drawn now. */
  has(frame: number): boolean;
  /** Draws a frame it has over the whole canvas. */
  draw(frame: number, context: CanvasRenderingContext2D): void;
  /** Makes this frame, and then those after it, ready. The latest aim counts. */
  aim(aim: Aim): void;
  /** Lets go of every picture. */
  dispose(): void;
}

/** Told that a picture arrived, or that none will. */
export type OnChange = () => void;
