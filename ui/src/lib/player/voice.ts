import type { Clock } from './clock';

/** What is needed of a media element to hear a clip. */
export type SoundSurface = Pick<HTMLMediaElement, 'currentTime' | 'play' | 'pause' | 'paused' | 'muted' | 'removeAttribute' | 'load'> & {
  src: string;
};

/** Sound this far from its picture is brought back; nearer, nobody hears it, and every correction would be heard. */
const TOO_FAR_S = 0.08;
/** An element without a sound device stands still: it is asked again this often, and waited for by nobody. */
const CORRECT_EVERY_MS = 1000;

/** The sound of one clip. It follows the picture and never holds it up. */
export class Voice {
  readonly #clock: Clock;
  readonly #surface: SoundSurface;
  #corrected = -Infinity;

  constructor(surface: SoundSurface, address: string, clock: Clock) {
    this.#surface = surface;
    this.#clock = clock;
    surface.src = address;
  }

  /** The picture moves on at its own pace and stands at this second. */
  follow(seconds: number): void {
    const now = this.#clock.now();
    const off = Math.abs(this.#surface.currentTime - seconds) > TOO_FAR_S;
    if (this.#surface.paused) {
      this.#surface.currentTime = seconds;
      this.#corrected = now;
      // The promise may never settle, without a sound device it is refused; the picture goes on either way.
      this.#surface.play().catch(() => undefined);
    } else if (off && now - this.#corrected > CORRECT_EVERY_MS) {
      this.#surface.currentTime = seconds;
      this.#corrected = now;
    }
  }

  /** The picture jumped: the next second it is given is right, however far away. */
  jumped(): void {
    this.#corrected = -Infinity;
  }

  rest(): void {
    if (!this.#surface.paused) this.#surface.pause();
  }

  dispose(): void {
    this.rest();
    this.#surface.removeAttribute('src');
    this.#surface.load();
  }
}
