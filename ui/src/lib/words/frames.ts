/** Frames in words: counted from 0, as under every picture and in every file. */

import type { FrameRange, NoteView } from '$lib/ipc';

/** `frame 12`, `frames 12 to 40`. */
export function frameWords({ first, last }: FrameRange): string {
  return first === last ? `frame ${first}` : `frames ${first} to ${last}`;
}

/** Where a note is: `frame 12`, and `frame 12 on version 1` where another version is the current one. */
export function noteWords({ text, clip_key, version }: NoteView, current: string | undefined): string {
  return clip_key === current ? frameWords(text.range) : `${frameWords(text.range)} on version ${version}`;
}
