/** A frame of one version of a clip: where a note leads. */
export interface FramePlace {
  readonly clipKey: string;
  readonly frame: number;
}
