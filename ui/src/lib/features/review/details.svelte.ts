/** What is known of the takes near the one on screen: asked for once, and again whenever something changed. */

import { ipc, type ClipDetail, type GenerationId } from '$lib/ipc';
import { SvelteMap } from 'svelte/reactivity';

export class Details {
  readonly #known = new SvelteMap<GenerationId, ClipDetail>();
  /** How often each take was asked for. */
  readonly #asked = new Map<GenerationId, number>();
  /** Those whose answer is still on its way. */
  readonly #asking = new Set<GenerationId>();
  readonly #failed: (thrown: unknown) => void;

  constructor(failed: (thrown: unknown) => void) {
    this.#failed = failed;
  }

  get(id: GenerationId): ClipDetail | undefined {
    return this.#known.get(id);
  }

  /** Asks for a take now. An answer that a later question overtook is not kept: it is of before. */
  async ask(id: GenerationId): Promise<ClipDetail> {
    const turn = (this.#asked.get(id) ?? 0) + 1;
    this.#asked.set(id, turn);
    this.#asking.add(id);
    try {
      const detail = await ipc.clip_detail({ generation_id: id });
      if (this.#asked.get(id) === turn) this.#known.set(id, detail);
      return detail;
    } finally {
      if (this.#asked.get(id) === turn) this.#asking.delete(id);
    }
  }

  /** As `ask`; where there is no answer, that is said. */
  async learn(id: GenerationId): Promise<void> {
    try {
      await this.ask(id);
    } catch (thrown) {
      this.#failed(thrown);
    }
  }

  /**
   * Something changed of a clip: its take is asked for again. Where no take is known to have it, any that is asked for just now may, and
   * its answer may be of before. Answers whether there was one to ask for.
   */
  async learnClip(clipKey: string): Promise<boolean> {
    const known = [...this.#known].find(([, detail]) => detail.row.clip?.clip_key === clipKey)?.[0];
    const concerned = known ? [known] : [...this.#asking];
    await Promise.all(concerned.map((id) => this.learn(id)));
    return concerned.length > 0;
  }

  /** Asks for those of them that are not known yet. */
  async learnMissing(ids: readonly GenerationId[]): Promise<void> {
    await Promise.all(ids.filter((id) => !this.#known.has(id)).map((id) => this.learn(id)));
  }

  /** Something changed, and nobody said in which take. */
  async learnAgain(): Promise<void> {
    await Promise.all([...this.#known.keys()].map((id) => this.learn(id)));
  }

  /** Lets go of all but these. */
  keep(ids: ReadonlySet<GenerationId>): void {
    for (const id of [...this.#known.keys()]) if (!ids.has(id)) this.#known.delete(id);
  }
}
