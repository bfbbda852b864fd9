/** An import goes on when its dialog is closed. What comes of it is told then, and can be looked at in the dialog again. */

import type { Problem } from '$lib/ipc';
import { dialogs } from '$lib/state/dialogs.svelte';
import { notices } from '$lib/state/notices.svelte';

export class Background<Import> {
  readonly #kind: 'import-clips' | 'import-log';
  /** Those that ended unseen, by the key of their job. */
  readonly #ended: Map<string, Import>;
  readonly #work: Import;
  /** Whether its dialog is open. */
  #watched = false;

  constructor(kind: 'import-clips' | 'import-log', ended: Map<string, Import>, work: Import) {
    this.#kind = kind;
    this.#ended = ended;
    this.#work = work;
  }

  /** Its dialog is open until the returned function is called. */
  watch(): () => void {
    this.#watched = true;
    return () => {
      this.#watched = false;
    };
  }

  /** It ended, with these words or because of this problem. Whoever has the dialog open sees it there. */
  over(key: string, problem: Problem | undefined, words: string): void {
    if (this.#watched) return;
    this.#ended.set(key, this.#work);
    const show = {
      label: 'Show',
      run: () => {
        dialogs.show({ kind: this.#kind, ended: key });
      },
    };
    if (problem) notices.problem(problem, show);
    else notices.ask(words, show);
  }
}
