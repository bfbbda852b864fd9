/** Decisions are sent one after the other, in the order they were made, while the reviewer goes on. */
export class DecisionLine {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Whether something is still being saved. */
  get busy(): boolean {
    return this.#waiting > 0;
  }

  /** Runs after everything before it, whatever became of that. */
  add<Result>(send: () => Promise<Result>): Promise<Result> {
    this.#waiting++;
    const sent = this.#last.then(send).finally(() => {
      this.#waiting--;
    });
    this.#last = sent.catch(() => undefined);
    return sent;
  }
}
