/** What the page can ask of the shell. The real client and the mock both answer exactly this. */

import type { Events as ShellEvents } from './bindings/Events';
import type { LogPreview } from './bindings/LogPreview';
import type { PreviewLogArgs } from './bindings/PreviewLogArgs';
import type { Progress } from './bindings/Progress';
import type { Commands } from './client';

/** Hears how far long work is. */
export type OnProgress = (progress: Progress) => void;

/** Which column each field of the log record was read from. */
export type LogMapping = LogPreview['mapping'];

/** Which columns a person chose: null for none; fields left out are recognised by their names. */
export type ChosenColumns = PreviewLogArgs['mapping'];

/** What the shell says unasked. */
export interface Events extends ShellEvents {
  /** Files are held over the window, or no longer are. */
  'drag-over': boolean;
}

/** Where a clip's pictures are served from. */
export interface MediaAddresses {
  poster(clipKey: string): string;
  strip(clipKey: string): string;
  preview(clipKey: string): string;
  /** Where the frames of the preview lie in its file. */
  previewIndex(clipKey: string): string;
  /** The exact frame in full resolution. */
  frame(clipKey: string, index: number, format?: 'jpeg' | 'png'): string;
}

export interface Ipc extends Commands {
  media(base: string): MediaAddresses;
  /** Listens until the returned function is called. */
  on<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}
