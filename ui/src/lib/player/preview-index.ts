/** Where each frame of a preview lies in its file. */
export interface PreviewIndex {
  /** As WebCodecs names it. */
  readonly codec: string;
  /** What the decoder is set up with. */
  readonly description: Uint8Array<ArrayBuffer>;
  readonly frames: readonly FrameBytes[];
}

export interface FrameBytes {
  readonly at: number;
  readonly size: number;
  /** Decodes without any other. */
  readonly key: boolean;
}

/** An encoded preview, whole in memory. */
export interface EncodedPreview {
  readonly index: PreviewIndex;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where the parts of a preview come from. */
export interface PreviewAddresses {
  readonly preview: string;
  readonly index: string;
}

/** Longer previews are left to the system's player, which fetches what it plays. */
const MOST_BYTES = 96 * 1024 * 1024;

/** Fetches a preview and its index; null where it has none, or the two do not belong together. */
export async function fetchPreview(addresses: PreviewAddresses, frameCount: number, signal: AbortSignal): Promise<EncodedPreview | null> {
  const index = await fetchIndex(addresses.index, signal);
  if (index?.frames.length !== frameCount) return null;
  const end = index.frames.reduce((furthest, frame) => Math.max(furthest, frame.at + frame.size), 0);
  if (end > MOST_BYTES) return null;
  // Kept in memory by us: a copy in the webview's own cache would only take room.
  const answer = await fetch(addresses.preview, { signal, cache: 'no-store' });
  if (!answer.ok) return null;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return bytes.length >= end ? { index, bytes } : null;
}

async function fetchIndex(address: string, signal: AbortSignal): Promise<PreviewIndex | null> {
  const answer = await fetch(address, { signal, cache: 'no-store' });
  if (!answer.ok) return null;
  const { codec, description, frames } = (await answer.json()) as { codec: string; description: number[]; frames: FrameBytes[] };
  return frames[0]?.key ? { codec, description: Uint8Array.from(description), frames } : null;
}

/** Frames from a key frame up to the next one: what must be decoded together. */
export interface Group {
  readonly first: number;
  /** The last frame's index. */
  readonly last: number;
}

export function groupsOf(frames: readonly FrameBytes[]): Group[] {
  const keys = frames.flatMap((frame, number) => (frame.key ? [number] : []));
  return keys.map((first, place) => ({ first, last: (keys[place + 1] ?? frames.length) - 1 }));
}
