/** What is known of the takes near the one on screen: asked for once, and again whenever something changed. */

import { ipc, type ClipDetail, type GenerationId } from '$lib/ipc';
import { SvelteMap } from 'svelte/reactivity';

export class Details {
  readonly #known = new SvelteMap<GenerationId, ClipDetail>();
  /** How often each take was asked for. */
  readonly #asked = new Map<GenerationId, number>();
  readonly #failed: (thrown: unknown) => void;

  constructor(failed: (thrown: unknown) => void) {
    this.#failed = failed;
  }

  get(id: GenerationId): ClipDetail | undefined {
    return this.#known.get(id);
  }

  /** It was read anyway. */
  add(detail: ClipDetail): void {
    this.#known.set(detail.row.generation_id, detail);
  }

  /** Asks for a take now. An answer that a later question overtook is dropped: it is of before. */
  async learn(id: GenerationId): Promise<void> {
    const turn = (this.#asked.get(id) ?? 0) + 1;
    this.#asked.set(id, turn);
    try {
      const detail = await ipc.clip_detail({ generation_id: id });
      if (this.#asked.get(id) === turn) this.#known.set(id, detail);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  /** Asks for those of them that are not known yet. */
  async learnMissing(ids: readonly GenerationId[]): Promise<void> {
    await Promise.all(ids.filter((id) => !this.#known.has(id)).map((id) => this.learn(id)));
  }

  /** Something changed, and nobody said in which take. */
  async learnAgain(): Promise<void> {
    await Promise.all([...this.#known.keys()].map((id) => this.learn(id)));
  }

  /** The take a clip is of, where it is known. */
  takeOf(clipKey: string): GenerationId | undefined {
    return [...this.#known].find(([, detail]) => detail.row.clip?.clip_key === clipKey)?.[0];
  }

  /** Lets go of all but these. */
  keep(ids: ReadonlySet<GenerationId>): void {
    for (const id of [...this.#known.keys()]) if (!ids.has(id)) this.#known.delete(id);
  }
}
