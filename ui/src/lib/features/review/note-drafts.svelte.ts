/** Notes that were begun and not sent: kept with the library as they are written, so that no next clip and no crash loses them. */

import { asProblem, ipc, type GenerationId, type NoteDraft, type PersonId, type Problem } from '$lib/ipc';

/** A word is one change, not each of its letters. */
const SETTLE_MS = 500;

/** What is being written reaches the library in its order, also from a room that was left. */
let saving: Promise<unknown> = Promise.resolve();

export class NoteDrafts {
  /** Of the person who is reviewing, oldest first. */
  all = $state.raw<readonly NoteDraft[]>([]);
  problem = $state.raw<Problem | null>(null);
  #person: PersonId | null = null;
  #settling: ReturnType<typeof setTimeout> | undefined;

  /** Somebody sits down: what they left unsent is there again. */
  async load(person: PersonId | null): Promise<void> {
    this.save();
    this.#person = person;
    this.all = [];
    if (person === null) return;
    try {
      await saving;
      const kept = await ipc.note_drafts({ person_id: person });
      if (this.#person !== person) return;
      // What was begun meanwhile is newer.
      const begun = this.all;
      this.all = [...kept.filter((draft) => !begun.some((one) => one.generation_id === draft.generation_id)), ...begun];
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  of(generation: GenerationId): NoteDraft | undefined {
    return this.all.find((draft) => draft.generation_id === generation);
  }

  keep(draft: NoteDraft): void {
    const known = this.of(draft.generation_id);
    if (JSON.stringify(known) === JSON.stringify(draft)) return;
    this.#change(known ? this.all.map((one) => (one === known ? draft : one)) : [...this.all, draft]);
  }

  /** It was sent, or left on purpose. */
  drop(generation: GenerationId): void {
    if (this.of(generation)) this.#change(this.all.filter((draft) => draft.generation_id !== generation));
  }

  /** Saves what waits. */
  save(): void {
    if (this.#settling === undefined) return;
    clearTimeout(this.#settling);
    this.#settling = undefined;
    const [person, drafts] = [this.#person, [...this.all]];
    if (person === null) return;
    saving = saving
      .then(() => ipc.keep_note_drafts({ person_id: person, drafts }))
      .then(
        () => (this.problem = null),
        (thrown: unknown) => (this.problem = asProblem(thrown)),
      );
  }

  #change(all: readonly NoteDraft[]): void {
    this.all = all;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.save();
    }, SETTLE_MS);
  }
}
