/** A brief while it is written: whatever is typed is kept at once, one write after the other, and never waits for a pause. */

import { asProblem, ipc, type BriefCheck, type BriefForm, type BriefId, type BriefWriting, type Problem } from '$lib/ipc';

export class BriefDraft {
  writing = $state.raw<BriefWriting>();
  form = $state<BriefForm>();
  check = $state.raw<BriefCheck>();
  /** Why the brief is not there. */
  problem = $state.raw<Problem>();
  /** Why what was typed last is not kept yet. */
  unkept = $state.raw<Problem>();
  keeping = $state(false);

  readonly #id: BriefId;
  /** What the library has of it, as text. */
  #kept = '';
  #running: Promise<void> | undefined;

  constructor(id: BriefId) {
    this.#id = id;
  }

  async load(): Promise<void> {
    try {
      this.#show(await ipc.brief_writing({ brief_id: this.#id }));
      this.problem = undefined;
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  /** Keeps what is typed by now; called whenever something was. */
  keep(): Promise<void> {
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Makes what is written the next revision. */
  async revise(): Promise<void> {
    await this.keep();
    this.#show(await ipc.make_brief_revision({ brief_id: this.#id }));
  }

  /** Back to the current revision. */
  async discard(): Promise<BriefForm | undefined> {
    await this.keep();
    const before = $state.snapshot(this.form);
    this.#show(await ipc.discard_brief_draft({ brief_id: this.#id }));
    return before;
  }

  /** Somebody else made a revision: the list is shown anew, and what is being typed stays. */
  async refresh(): Promise<void> {
    await this.keep();
    if (!this.unkept) await this.load();
  }

  async #drain(): Promise<void> {
    if (!this.form) return;
    this.keeping = true;
    try {
      for (let said = this.#said(); said !== this.#kept; said = this.#said()) {
        const form = $state.snapshot(this.form);
        const check = await ipc.keep_brief_draft({ brief_id: this.#id, form });
        this.#kept = said;
        this.check = check;
        this.unkept = undefined;
      }
    } catch (thrown) {
      this.unkept = asProblem(thrown);
    } finally {
      this.keeping = false;
    }
  }

  #said(): string {
    return JSON.stringify($state.snapshot(this.form));
  }

  #show(writing: BriefWriting): void {
    this.writing = writing;
    this.check = writing.check;
    this.form = structuredClone(writing.form);
    this.#kept = this.#said();
  }
}
