import type { Clock } from './clock';
import { clampFrame, middleOf } from './frame-rate';
import type { Aim, OnChange, PictureSource } from './picture-source';
import type { Reel } from './reel';

/** What is needed of a `<video>`; tests hand in one with the traps of the real thing. */
export type VideoSurface = Pick<HTMLVideoElement, 'currentTime' | 'readyState' | 'load' | 'addEventListener' | 'removeEventListener'>;

/** How long a seek or a load may take before the element is taken for stuck. */
const ANSWER_WITHIN = { seeked: 2500, loadeddata: 8000 } as const;
/** How often a stuck element is loaded anew before the clip is given up. */
const RELOADS = 2;
const HAVE_CURRENT_DATA = 2;

/**
 * The pictures of a preview from the system's own player, where the page cannot decode it: one seek after the other, of which only the
 * last wanted is kept. Slower, and as exact: a picture is there when the element says that the seek is done, never when it is asked for.
 */
export class SoughtPictures implements PictureSource {
  readonly kind = 'sought';
  failed = false;
  readonly #video: VideoSurface;
  readonly #reel: Reel;
  readonly #clock: Clock;
  readonly #onchange: OnChange;
  readonly #letGo: () => void;
  /** The frame the element stands on; null while it moves. */
  #landed: number | null = null;
  #wanted = 0;
  #chasing = false;
  #disposed = false;
  #interrupt: (() => void) | null = null;

  constructor(video: VideoSurface, reel: Reel, clock: Clock, onchange: OnChange, letGo: () => void) {
    this.#video = video;
    this.#reel = reel;
    this.#clock = clock;
    this.#onchange = onchange;
    this.#letGo = letGo;
  }

  has(frame: number): boolean {
    return this.#landed === frame;
  }

  draw(_frame: number, context: CanvasRenderingContext2D): void {
    context.drawImage(this.#video as HTMLVideoElement, 0, 0, this.#reel.width, this.#reel.height);
  }

  aim({ frame }: Aim): void {
    this.#wanted = clampFrame(frame, this.#reel.frameCount);
    if (this.#chasing) return;
    this.#chasing = true;
    void this.#chase().finally(() => {
      this.#chasing = false;
      if (!this.#disposed) this.#onchange();
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#landed = null;
    this.#interrupt?.();
    this.#letGo();
  }

  async #chase(): Promise<void> {
    let reloads = 0;
    while (!this.#disposed && !this.failed && this.#landed !== this.#wanted) {
      const aim = this.#wanted;
      this.#landed = null;
      if ((await this.#beLoaded(reloads > 0)) && (await this.#seek(aim))) {
        this.#landed = aim;
        reloads = 0;
        if (aim !== this.#wanted) this.#onchange();
      } else if (!this.#disposed && reloads++ >= RELOADS) {
        this.failed = true;
      }
    }
  }

  async #beLoaded(anew: boolean): Promise<boolean> {
    if (!anew && this.#video.readyState >= HAVE_CURRENT_DATA) return true;
    const answer = this.#answer('loadeddata');
    if (anew) this.#video.load();
    return answer;
  }

  #seek(frame: number): Promise<boolean> {
    const answer = this.#answer('seeked');
    this.#video.currentTime = middleOf(frame, this.#reel.rate);
    return answer;
  }

  /** Whether the element says so in time. */
  #answer(event: 'seeked' | 'loadeddata'): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (came: boolean) => {
        cancel();
        this.#interrupt = null;
        this.#video.removeEventListener(event, onCame);
        this.#video.removeEventListener('error', onTrouble);
        resolve(came);
      };
      const onCame = () => settle(true);
      const onTrouble = () => settle(false);
      const cancel = this.#clock.after(ANSWER_WITHIN[event], onTrouble);
      this.#interrupt = onTrouble;
      this.#video.addEventListener(event, onCame);
      this.#video.addEventListener('error', onTrouble);
    });
  }
}

/** A `<video>` that is never shown, and how to let go of it. */
export function hiddenVideo(address: string): { video: HTMLVideoElement; letGo: () => void } {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.crossOrigin = 'anonymous';
  video.playsInline = true;
  video.src = address;
  const letGo = () => {
    // Without this the decoder and its memory outlive the element.
    video.removeAttribute('src');
    video.load();
  };
  return { video, letGo };
}
