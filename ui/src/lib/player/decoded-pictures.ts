import type { Aim, OnChange, PictureSource } from './picture-source';
import { groupsOf, type EncodedPreview, type Group } from './preview-index';
import type { Reel } from './reel';
import type { Shelf, ShelfPlace } from './shelf';
import { groupAt, lengthOf, wantedGroups } from './window-of-groups';

/** Groups handed to the decoder ahead of what it has given back: enough to keep it busy, few enough to turn round quickly. */
const GROUPS_AHEAD = 2;
/** How often a decoder that breaks down is set up anew before the clip is given up. */
const RESTARTS = 2;
/** Frames carry their number as their time, in whole milliseconds, so that a picture always says which one it is. */
const PER_FRAME = 1000;

/** Whether this window can decode at all; asked for the codec later. */
export const canDecode = () => typeof VideoDecoder === 'function';

/** What there is to decode, and where it is kept. */
export interface Decoding {
  readonly reel: Reel;
  readonly shelf: Shelf;
  load(signal: AbortSignal): Promise<EncodedPreview | null>;
  isOnScreen(): boolean;
  readonly onchange: OnChange;
}

/**
 * The pictures of a preview that this page decodes itself and keeps around the playhead: a step, a jump or a turn is a drawing and
 * no more. What lies ready is bounded by the [`Shelf`], which also says when this clip may decode.
 */
export class DecodedPictures implements PictureSource {
  readonly kind = 'decoded';
  failed = false;
  readonly #reel: Reel;
  readonly #onchange: OnChange;
  readonly #place: ShelfPlace;
  readonly #fetching = new AbortController();
  readonly #frames = new Map<number, VideoFrame>();
  #encoded: EncodedPreview | null = null;
  #groups: readonly Group[] = [];
  #decoder: VideoDecoder | null = null;
  /** Numbers handed to the decoder and not given back. */
  #inside = new Set<number>();
  #draining = false;
  #aim: Aim = { frame: 0, way: 1, range: null };
  /** Groups worth keeping, the most urgent first. */
  #wanted: readonly Group[] = [];
  #breakdowns = 0;
  #disposed = false;

  constructor({ reel, shelf, load, isOnScreen, onchange }: Decoding) {
    this.#reel = reel;
    this.#onchange = onchange;
    this.#place = shelf.place({
      frameCount: reel.frameCount,
      // Planes of luma and, at a quarter each, of two chroma.
      bytesPerFrame: reel.width * reel.height * 1.5,
      isOnScreen,
      isIdle: () => this.#isIdle(),
      proceed: () => {
        this.#plan();
      },
    });
    void this.#load(load);
  }

  has(frame: number): boolean {
    return this.#frames.has(frame);
  }

  draw(frame: number, context: CanvasRenderingContext2D): void {
    const picture = this.#frames.get(frame);
    if (picture) context.drawImage(picture, 0, 0, this.#reel.width, this.#reel.height);
  }

  aim(aim: Aim): void {
    this.#aim = aim;
    this.#plan();
  }

  dispose(): void {
    this.#disposed = true;
    this.#fetching.abort();
    this.#stopDecoder();
    this.#keepOnly(new Set());
    this.#encoded = null;
    this.#place.leave();
  }

  async #load(load: Decoding['load']): Promise<void> {
    try {
      const encoded = await load(this.#fetching.signal);
      if (!encoded || !(await VideoDecoder.isConfigSupported(this.#setup(encoded))).supported) throw new TypeError('not decodable here');
      if (this.#disposed) return;
      this.#encoded = encoded;
      this.#groups = groupsOf(encoded.index.frames);
      this.#plan();
    } catch {
      if (!this.#disposed) this.#fail();
    }
  }

  #setup({ index }: EncodedPreview): VideoDecoderConfig {
    const { width, height } = this.#reel;
    return { codec: index.codec, description: index.description, codedWidth: width, codedHeight: height, optimizeForLatency: true };
  }

  #isIdle(): boolean {
    if (this.failed || !this.#encoded) return this.failed;
    return this.#inside.size === 0 && this.#wanted.every((group) => this.#isThere(group));
  }

  #plan(): void {
    if (this.failed || this.#disposed || !this.#encoded) return;
    this.#wanted = wantedGroups(this.#groups, this.#aim, this.#place.allowance).flatMap((group) => this.#groups[group] ?? []);
    const keep = new Set<number>();
    for (const { first, last } of this.#wanted) {
      for (let frame = first; frame <= last; frame++) keep.add(frame);
    }
    this.#keepOnly(keep);
    this.#decodeOn();
    this.#place.changed();
  }

  #keepOnly(keep: ReadonlySet<number>): void {
    for (const [number, picture] of this.#frames) {
      if (keep.has(number)) continue;
      picture.close();
      this.#frames.delete(number);
    }
  }

  /** Hands the decoder what it should do next; drops what it is doing when something else is wanted at once. */
  #decodeOn(): void {
    const urgent = this.#groups[groupAt(this.#groups, this.#aim.frame)];
    if (!urgent || (!this.#place.mayDecode && this.has(this.#aim.frame))) return;
    const waits = !this.has(this.#aim.frame) && !this.#inside.has(this.#aim.frame);
    if (waits && this.#inside.size > 0) this.#stopDecoder();
    while (this.#inside.size < GROUPS_AHEAD * lengthOf(urgent)) {
      const next = this.#wanted.find((group) => !this.#isThere(group) && !this.#inside.has(group.last));
      if (!next) break;
      // A clip that is only kept ready decodes what is looked at first, and the rest when it is its turn.
      if (!this.#place.mayDecode && next !== urgent) break;
      if (!this.#send(next)) return;
    }
    if (this.#inside.size > 0) this.#drain();
  }

  #isThere({ first, last }: Group): boolean {
    for (let frame = first; frame <= last; frame++) if (!this.has(frame)) return false;
    return true;
  }

  #send(group: Group): boolean {
    if (!this.#encoded) return false;
    const { index, bytes } = this.#encoded;
    try {
      this.#decoder ??= this.#startDecoder(this.#encoded);
      for (const [place, { at, size, key }] of index.frames.slice(group.first, group.last + 1).entries()) {
        const number = group.first + place;
        const data = bytes.subarray(at, at + size);
        this.#decoder.decode(new EncodedVideoChunk({ type: key ? 'key' : 'delta', timestamp: number * PER_FRAME, data }));
        this.#inside.add(number);
      }
      return true;
    } catch {
      this.#breakDown();
      return false;
    }
  }

  #startDecoder(encoded: EncodedPreview): VideoDecoder {
    const decoder: VideoDecoder = new VideoDecoder({
      output: (picture) => {
        if (this.#decoder === decoder) this.#take(picture);
        else picture.close();
      },
      error: () => {
        if (this.#decoder === decoder) this.#breakDown();
      },
    });
    decoder.configure(this.#setup(encoded));
    return decoder;
  }

  #take(picture: VideoFrame): void {
    const number = Math.round(picture.timestamp / PER_FRAME);
    this.#inside.delete(number);
    const kept = this.#wanted.some((group) => isWithin(group, number));
    if (kept && !this.#frames.has(number)) this.#frames.set(number, picture);
    else picture.close();
    this.#breakdowns = 0;
    this.#onchange();
    if (this.#inside.size < lengthOf(this.#groups[0])) this.#decodeOn();
    if (this.#inside.size === 0) this.#place.changed();
  }

  /** Decoders keep the last pictures to themselves until they are asked for all. */
  #drain(): void {
    const decoder = this.#decoder;
    if (!decoder || this.#draining) return;
    this.#draining = true;
    const asked = [...this.#inside];
    decoder.flush().then(
      () => {
        if (this.#decoder !== decoder) return;
        this.#draining = false;
        if (asked.some((frame) => this.#inside.has(frame))) return this.#breakDown();
        this.#decodeOn();
        this.#place.changed();
      },
      // Told through `error`, or stopped by us.
      () => undefined,
    );
  }

  #stopDecoder(): void {
    const decoder = this.#decoder;
    this.#decoder = null;
    this.#draining = false;
    this.#inside.clear();
    if (decoder && decoder.state !== 'closed') decoder.close();
  }

  #breakDown(): void {
    this.#stopDecoder();
    if (this.#breakdowns++ < RESTARTS) this.#decodeOn();
    else this.#fail();
  }

  #fail(): void {
    this.failed = true;
    this.#stopDecoder();
    this.#keepOnly(new Set());
    this.#place.leave();
    this.#onchange();
  }
}

function isWithin({ first, last }: Group, frame: number): boolean {
  return frame >= first && frame <= last;
}
