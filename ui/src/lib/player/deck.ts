import type { Clock } from './clock';
import { clampFrame, frameAt, middleOf, stopBefore, type FrameRate } from './frame-rate';

/** What a deck needs of a `<video>`; tests hand in one with the traps of the real thing. */
export type VideoSurface = Pick<
  HTMLVideoElement,
  | 'currentTime'
  | 'paused'
  | 'muted'
  | 'playbackRate'
  | 'readyState'
  | 'play'
  | 'pause'
  | 'load'
  | 'addEventListener'
  | 'removeEventListener'
>;

/** What a deck must know of the preview it plays. */
export interface Reel {
  readonly rate: FrameRate;
  readonly frameCount: number;
}

/** How long a seek or a load may take before the element is taken for stuck. */
const ANSWER_WITHIN = { seeked: 2500, loadeddata: 8000 } as const;
/** And after it reached its end, when it often answers no seek at all. */
const ANSWER_AFTER_END = 600;
/** How long a playing clip may stand still before the element is taken for stuck. */
const MOVE_WITHIN = 3000;
/** How often a stuck element is loaded anew before the clip is given up. */
const RELOADS = 2;
const HAVE_CURRENT_DATA = 2;

/**
 * One video element and the frame it shows. The number is an integer and always the one of the painted picture: while paused it
 * changes when the element says that the seek is done, never when it is asked for.
 */
export class Deck {
  readonly reel: Reel;
  /** The frame on screen; null before the first is painted. */
  painted: number | null = null;
  /** Plays by itself, as against being sought frame by frame. */
  rolling = false;
  /** Rolling, but made to wait for another. */
  #held = false;
  /** Gave up after reloading did not help. */
  failed = false;
  readonly video: VideoSurface;
  readonly #clock: Clock;
  readonly #stopAt: number;
  #wanted: number | null = null;
  #chase: Promise<void> | null = null;
  #ranOut = false;
  /** Must be loaded anew before it is asked for anything. */
  #distrusted = false;
  /** The painted frame is what a moving clip was last read at, not what a seek landed on. */
  #guessed = false;
  #lastMove = { at: 0, time: -1 };
  #disposed = false;
  #interrupt: (() => void) | null = null;
  readonly #onEnded = () => {
    this.#ranOut = true;
  };

  constructor(video: VideoSurface, reel: Reel, clock: Clock) {
    this.video = video;
    this.reel = reel;
    this.#clock = clock;
    this.#stopAt = stopBefore(reel.frameCount, reel.rate);
    video.addEventListener('ended', this.#onEnded);
  }

  /** The last frame's index. */
  get lastFrame(): number {
    return this.reel.frameCount - 1;
  }

  /** Shows a frame, paused. Resolves when it, or the frame asked for after it, is painted; also when the deck failed. */
  show(frame: number): Promise<void> {
    this.#wanted = clampFrame(frame, this.reel.frameCount);
    this.rest();
    this.#chase ??= this.#chaseWanted().finally(() => {
      this.#chase = null;
    });
    return this.#chase;
  }

  /** Plays from the painted frame. The promise of `play()` may never settle, so movement is watched instead. */
  roll(): void {
    if (this.failed || this.reel.frameCount < 2) return;
    this.rolling = true;
    this.#held = false;
    this.#lastMove = { at: this.#clock.now(), time: this.video.currentTime };
    this.video.playbackRate = 1;
    this.video.play().catch(() => undefined);
  }

  /** Makes a playing clip wait where it is, for one that fell behind it. */
  hold(): void {
    if (!this.rolling || this.#held) return;
    this.#held = true;
    this.video.pause();
  }

  /** Lets a waiting clip go on. */
  release(): void {
    if (!this.rolling || !this.#held) return;
    this.#held = false;
    this.#lastMove = { at: this.#clock.now(), time: this.video.currentTime };
    this.video.play().catch(() => undefined);
  }

  /** Reads the frame of a playing clip. `end` asks to be stopped now, `stuck` to be shown its frame anew. */
  read(): 'moving' | 'end' | 'stuck' {
    const time = this.video.currentTime;
    this.painted = clampFrame(frameAt(time, this.reel.rate), this.reel.frameCount);
    if (this.#ranOut || time >= this.#stopAt) return 'end';
    const now = this.#clock.now();
    if (this.#held || time !== this.#lastMove.time) this.#lastMove = { at: now, time };
    return now - this.#lastMove.at > MOVE_WITHIN ? 'stuck' : 'moving';
  }

  /** Stops playing. Where that lands is only known after a seek to it. */
  rest(): void {
    if (!this.rolling) return;
    this.rolling = this.#held = false;
    this.video.pause();
    this.#guessed = true;
  }

  /** Makes the next `show` load the element anew. */
  distrust(): void {
    this.#distrusted = true;
  }

  /** Tries a clip that was given up once more. */
  retry(): Promise<void> {
    this.failed = false;
    this.#distrusted = true;
    return this.show(this.#wanted ?? 0);
  }

  /** Lets go of the element. */
  dispose(): void {
    this.#disposed = true;
    this.rest();
    this.video.removeEventListener('ended', this.#onEnded);
    this.#interrupt?.();
  }

  async #chaseWanted(): Promise<void> {
    let reloads = 0;
    while (!this.#disposed && !this.failed && this.#wanted !== null && this.#isOff(this.#wanted)) {
      const aim = this.#wanted;
      const landed = (await this.#beLoaded(reloads > 0)) && (await this.#seek(aim));
      if (landed) {
        this.painted = aim;
        this.#guessed = this.#ranOut = false;
        reloads = 0;
      } else if (!this.#disposed && reloads++ >= RELOADS) {
        this.failed = true;
      }
    }
  }

  #isOff(wanted: number): boolean {
    return wanted !== this.painted || this.#guessed || this.#ranOut || this.#distrusted;
  }

  async #beLoaded(anew: boolean): Promise<boolean> {
    if (anew || this.#distrusted) {
      this.#ranOut = this.#distrusted = false;
      this.painted = null;
      const answer = this.#answer('loadeddata');
      this.video.load();
      return answer;
    }
    return this.video.readyState >= HAVE_CURRENT_DATA || this.#answer('loadeddata');
  }

  #seek(frame: number): Promise<boolean> {
    const answer = this.#answer('seeked');
    this.video.currentTime = middleOf(frame, this.reel.rate);
    return answer;
  }

  /** Whether the element says so in time. */
  #answer(event: 'seeked' | 'loadeddata'): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (came: boolean) => {
        cancel();
        this.#interrupt = null;
        this.video.removeEventListener(event, onCame);
        this.video.removeEventListener('error', onTrouble);
        resolve(came);
      };
      const onCame = () => settle(true);
      const onTrouble = () => settle(false);
      const cancel = this.#clock.after(this.#ranOut ? ANSWER_AFTER_END : ANSWER_WITHIN[event], onTrouble);
      this.#interrupt = onTrouble;
      this.video.addEventListener(event, onCame);
      this.video.addEventListener('error', onTrouble);
    });
  }
}
