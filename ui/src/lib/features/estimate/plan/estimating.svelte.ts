/** The estimate of what is being typed: asked for once the typing pauses; an answer that was overtaken is dropped. */

import { asProblem, ipc, type PlanDraft, type PlanEstimate, type Problem } from '$lib/ipc';

const PAUSE_MS = 180;

export class Estimating {
  value = $state.raw<PlanEstimate | undefined>();
  problem = $state.raw<Problem | undefined>();
  /** What is shown is of an earlier draft. */
  behind = $state(false);

  #latest = 0;

  /** Asks after a pause; the returned function calls it off. */
  soon(draft: PlanDraft): () => void {
    this.behind = true;
    const turn = ++this.#latest;
    const timer = setTimeout(() => void this.#ask(draft, turn), PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }

  async #ask(draft: PlanDraft, turn: number): Promise<void> {
    try {
      const value = await ipc.plan_estimate({ draft });
      if (turn !== this.#latest) return;
      this.value = value;
      this.problem = undefined;
    } catch (thrown) {
      if (turn !== this.#latest) return;
      this.problem = asProblem(thrown);
    }
    this.behind = false;
  }
}
