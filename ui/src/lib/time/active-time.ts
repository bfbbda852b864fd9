/** Sends measured working time to the library, so that nobody is asked for it. */

import type { GenerationId, PersonId } from '$lib/ipc';
import type { Clock } from '$lib/player/clock';
import { Attention } from './attention';

/** The timer that notices when the computer slept. */
const BEAT = 1000;
/** Saved on the way this often, so that a crash costs seconds and not a sitting. */
const SAVE_EVERY = 15_000;
/** Less than this is somebody passing through, not looking. */
const WORTH_SAVING = 100;

export type SaveTime = (generation: GenerationId, person: PersonId, microseconds: number) => Promise<unknown>;

export class ActiveTime {
  readonly #attention = new Attention();
  readonly #clock: Clock;
  readonly #save: SaveTime;
  #subject: { generation: GenerationId; person: PersonId } | null = null;
  /** Milliseconds that could not be saved yet, by clip and person. */
  #unsaved = new Map<string, number>();

  constructor(clock: Clock, save: SaveTime) {
    this.#clock = clock;
    this.#save = save;
  }

  /** After how many seconds without a sign nobody is taken to be watching. */
  set idleSeconds(seconds: number) {
    this.#attention.idleAfter = seconds * 1000;
  }

  /** The picture of this clip is painted, and this person looks at it. */
  watch(generation: GenerationId, person: PersonId): void {
    if (this.#subject?.generation === generation && this.#subject.person === person) return;
    this.leave();
    this.#subject = { generation, person };
    this.#attention.pictureAppeared(this.#clock.now());
  }

  /** The picture is gone; its time is saved. */
  leave(): void {
    this.#put(this.#attention.pictureLeft(this.#clock.now()));
    this.#subject = null;
  }

  /** Listens to the person and to the window for as long as the screen is open. */
  attend(): () => void {
    const now = () => this.#clock.now();
    const moved = () => this.#attention.sign(now());
    const acted = () => {
      // Whoever presses a key here looks here, whatever the window manager last said about focus.
      this.#attention.back('blur', now());
      this.#attention.sign(now());
    };
    const signs = { keydown: acted, pointerdown: acted, pointermove: moved, wheel: moved } as const;
    const options = { capture: true, passive: true } as const;
    const blur = () => this.#attention.away('blur', now());
    const focus = () => this.#attention.back('blur', now());
    const hide = () => {
      if (document.hidden) this.#attention.away('hidden', now());
      else this.#attention.back('hidden', now());
      this.save();
    };
    for (const [event, sign] of Object.entries(signs)) window.addEventListener(event, sign, options);
    window.addEventListener('blur', blur);
    window.addEventListener('focus', focus);
    document.addEventListener('visibilitychange', hide);
    if (!document.hasFocus()) blur();
    let stopBeat = () => {};
    const beat = () => {
      this.#attention.beat(now());
      stopBeat = this.#clock.after(BEAT, beat);
    };
    beat();
    const saving = setInterval(() => this.save(), SAVE_EVERY);
    return () => {
      clearInterval(saving);
      stopBeat();
      for (const [event, sign] of Object.entries(signs)) window.removeEventListener(event, sign, options);
      window.removeEventListener('blur', blur);
      window.removeEventListener('focus', focus);
      document.removeEventListener('visibilitychange', hide);
      this.leave();
    };
  }

  /** A dialog or an overlay stands over the picture, or no longer. */
  covered(covered: boolean): void {
    if (covered) this.#attention.away('dialog', this.#clock.now());
    else this.#attention.back('dialog', this.#clock.now());
  }

  isCounting(): boolean {
    return this.#attention.isCounting(this.#clock.now());
  }

  /** Saves what was measured so far and goes on measuring. */
  save(): void {
    this.#put(this.#attention.take(this.#clock.now()));
  }

  #put(milliseconds: number): void {
    if (!this.#subject) return;
    const { generation, person } = this.#subject;
    const key = `${generation} ${person}`;
    const due = (this.#unsaved.get(key) ?? 0) + milliseconds;
    this.#unsaved.set(key, due);
    if (due < WORTH_SAVING) return;
    this.#unsaved.set(key, 0);
    this.#save(generation, person, Math.round(due * 1000)).catch(() => {
      // Kept and sent with the next piece: a disk that is full now must not cost the sitting.
      this.#unsaved.set(key, (this.#unsaved.get(key) ?? 0) + due);
    });
  }
}
