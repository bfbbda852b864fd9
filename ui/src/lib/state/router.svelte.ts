/** Which screen is shown. The app has no addresses: a route is state, and going back is a stack. */

import type { BriefId, ClipFilter, GenerationId, PilotId, Scope, TemplateId } from '$lib/ipc';
import type { FramePlace } from '$lib/player/frame-place';

/** The questions that the Estimate screen answers, each on a tab of its own. */
export type EstimateTab = 'plan' | 'calculator' | 'buckets' | 'licences';

export type Route =
  | { screen: 'pilots' }
  | { screen: 'pilot'; id: PilotId }
  /** What a run will cost, begun for a pilot or a brief where one is given. */
  | { screen: 'estimate'; tab?: EstimateTab; pilot?: PilotId; brief?: BriefId }
  /** A brief where it is written. */
  | { screen: 'brief'; id: BriefId }
  /** Prompt templates; one of them, and a brief it is read for, to begin with. */
  | { screen: 'prompts'; template?: TemplateId | undefined; brief?: BriefId }
  /** The Clips grid, narrowed to begin with where a filter is given. */
  | { screen: 'clips'; filter?: Partial<ClipFilter> }
  /** The review room: a queue, or the generations chosen for comparing, in that order; at a frame of the first, where one is given. */
  | { screen: 'review'; scope?: Scope; generations?: GenerationId[]; frame?: number }
  /** The edit desk; with one clip on it, at a frame of one of its versions, where these are given. */
  | { screen: 'edit'; generation?: GenerationId; at?: FramePlace }
  /** Every move of the library, narrowed to begin with to one clip's where one is given. */
  | { screen: 'history'; generation?: GenerationId }
  /** The sign-off desk; with one clip on it, at a frame of one of its versions, where these are given. */
  | { screen: 'sign-off'; scope?: Scope; generation?: GenerationId; at?: FramePlace }
  /** The price catalogue. */
  | { screen: 'prices' }
  | { screen: 'settings' };

export type Screen = Route['screen'];

const HISTORY = 50;

class Router {
  #stack = $state<Route[]>([{ screen: 'pilots' }]);

  current: Route = $derived(this.#stack[this.#stack.length - 1] ?? { screen: 'pilots' });
  canGoBack = $derived(this.#stack.length > 1);

  go(route: Route): void {
    this.#stack = [...this.#stack.slice(1 - HISTORY), route];
  }

  back(): void {
    if (this.canGoBack) this.#stack = this.#stack.slice(0, -1);
  }

  /** Forgets the way here: another library was opened. */
  reset(): void {
    this.#stack = [{ screen: 'pilots' }];
  }
}

export const router = new Router();
