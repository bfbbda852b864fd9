/** How the takes on screen are compared: everything about it but which takes they are. */

import type { CompareMode, CompareState, GenerationId, WipeLine } from '$lib/ipc';
import { SvelteMap } from 'svelte/reactivity';
import { aliases } from './blind';
import type { Layout } from './layouts';
import { FITTED, panned, zoomed, type View } from './view';
import { pushed, turned, UPRIGHT } from './wipe-line';

const DOUBLE = 2;
const MOST_GAIN = 64;
const OPACITY_STEP = 0.1;
const WIPE_STEP = 0.05;
const TURN_STEP = 15;
const STOP = 1 / 3;
const MOST_STOPS = 4;
const GAMMA_STEP = 1.1;
const MOST_GAMMA = 4;
/** As far as the library remembers. */
const FURTHEST_NUDGE = 3600;

const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const tidy = (value: number) => Math.round(value * 1e4) / 1e4;

export class Compare {
  mode = $state<CompareMode>('tiles');
  /** Which two of the takes on screen a wipe, overlay or difference is of: places, the first underneath. */
  pair = $state.raw<readonly [number, number]>([0, 1]);
  wipe = $state.raw<WipeLine>(UPRIGHT);
  /** How opaque the second take is in the overlay. */
  opacity = $state(0.5);
  /** How much differences are amplified. */
  gain = $state(4);
  view = $state.raw<View>(FITTED);
  /** In stops. */
  exposure = $state(0);
  gamma = $state(1);
  /** Whether what made the takes stands beside them. */
  making = $state(false);
  /** The take that is heard; the first one on screen where none was chosen or the chosen one is not there. */
  audible = $state<GenerationId | null>(null);
  /** Frames that a take is moved by against the start of its file. */
  readonly nudges = new SvelteMap<GenerationId, number>();
  /** The letters that takes go by while model, prompt and price are hidden; null while they are not. */
  letters = $state.raw<ReadonlyMap<GenerationId, string> | null>(null);

  /** The place that one picture over the whole stage is fitted into, in pixels; the stage says so. */
  box = $state({ width: 0, height: 0 });

  blind = $derived(this.letters !== null);
  /** Both takes of a pair share one place. */
  merged = $derived(this.mode === 'wipe' || this.mode === 'overlay' || this.mode === 'difference');
  neutral = $derived(this.exposure === 0 && this.gamma === 1);

  /** What a take is called: its id, or a letter while it is judged blind. */
  nameOf(id: GenerationId): string {
    return this.letters?.get(id) ?? (this.letters ? 'Take' : id);
  }

  /** The same mode again leads back to all side by side. */
  toggle(mode: CompareMode): void {
    this.mode = this.mode === mode ? 'tiles' : mode;
  }

  swap(): void {
    this.pair = [this.pair[1], this.pair[0]];
  }

  /** More or less of what the mode has an amount of. */
  adjust(direction: 1 | -1): void {
    if (this.mode === 'difference') this.gain = between(this.gain * DOUBLE ** direction, 1, MOST_GAIN);
    else if (this.mode === 'overlay') this.opacity = between(tidy(this.opacity + OPACITY_STEP * direction), 0, 1);
    else if (this.mode === 'wipe') this.wipe = pushed(this.wipe, WIPE_STEP * direction);
  }

  turn(direction: 1 | -1): void {
    this.wipe = turned(this.wipe, TURN_STEP * direction);
  }

  nudge(id: GenerationId, frames: number): void {
    const moved = between((this.nudges.get(id) ?? 0) + frames, -FURTHEST_NUDGE, FURTHEST_NUDGE);
    if (moved === 0) this.nudges.delete(id);
    else this.nudges.set(id, moved);
  }

  zoom(factor: number, around?: { x: number; y: number }): void {
    this.view = zoomed(this.view, factor, around);
  }

  pan(x: number, y: number): void {
    this.view = panned(this.view, x, y);
  }

  fit(): void {
    this.view = FITTED;
  }

  expose(direction: 1 | -1): void {
    const stops = Math.round(this.exposure / STOP) + direction;
    this.exposure = between(tidy(stops * STOP), -MOST_STOPS, MOST_STOPS);
  }

  lift(direction: 1 | -1): void {
    const steps = Math.round(Math.log(this.gamma) / Math.log(GAMMA_STEP)) + direction;
    this.gamma = between(steps === 0 ? 1 : tidy(GAMMA_STEP ** steps), 1 / MOST_GAMMA, MOST_GAMMA);
  }

  asShot(): void {
    this.exposure = 0;
    this.gamma = 1;
  }

  /** Hides what made the takes; they go by letters in this order. */
  hide(order: readonly GenerationId[]): void {
    this.letters = aliases(order);
  }

  show(): void {
    this.letters = null;
  }

  /** A new table: nothing of the last one is left. */
  reset(): void {
    this.mode = 'tiles';
    this.pair = [0, 1];
    this.wipe = UPRIGHT;
    this.opacity = 0.5;
    this.gain = 4;
    this.fit();
    this.asShot();
    this.making = false;
    this.audible = null;
    this.nudges.clear();
    this.letters = null;
  }

  /** Takes up what was remembered; which takes and layout is for the room to see, and so is the pair among them. */
  takeUp(state: CompareState): void {
    this.mode = state.mode;
    this.wipe = state.wipe;
    this.opacity = state.opacity;
    this.gain = state.gain;
    this.view = panned({ zoom: state.zoom, x: state.pan_x, y: state.pan_y }, 0, 0);
    this.exposure = state.exposure;
    this.gamma = state.gamma;
    this.audible = state.audible;
    this.nudges.clear();
    for (const [id, frames] of Object.entries(state.nudges)) if (frames) this.nudges.set(id, frames);
  }

  /** The two of these takes that were the pair, where both are there. */
  pairAs(ids: CompareState['pair'], slots: readonly GenerationId[]): void {
    const [first, second] = ids?.map((id) => slots.indexOf(id)) ?? [];
    if (first !== undefined && second !== undefined && first >= 0 && second >= 0) this.pair = [first, second];
  }

  /** What is to be remembered. */
  remembered(takes: readonly GenerationId[], active: number, layout: Layout): CompareState {
    const [one, other] = this.pair.map((slot) => takes[slot]);
    return {
      takes: [...takes],
      active,
      layout,
      mode: this.mode,
      pair: one !== undefined && other !== undefined ? [one, other] : null,
      wipe: this.wipe,
      opacity: this.opacity,
      gain: this.gain,
      zoom: this.view.zoom,
      pan_x: this.view.x,
      pan_y: this.view.y,
      exposure: this.exposure,
      gamma: this.gamma,
      nudges: Object.fromEntries([...this.nudges].filter(([id]) => takes.includes(id))),
      audible: this.audible,
    };
  }
}
