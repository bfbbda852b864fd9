/** Short messages at the edge of the window: what was done, and what went wrong with what to do next. */

import { asProblem, type Problem } from '$lib/ipc';

export interface NoticeAction {
  label: string;
  run: () => void;
}

export interface Notice {
  key: number;
  kind: 'done' | 'asked' | 'problem';
  message: string;
  hint?: string;
  action?: NoticeAction;
}

/** Long enough to read two lines; problems stay until they are dismissed. */
const DONE_STAYS_MS = 6000;

class Notices {
  #next = 1;
  all = $state<Notice[]>([]);

  done(message: string, action?: NoticeAction): void {
    const key = this.#add({ kind: 'done', message, ...(action ? { action } : {}) });
    setTimeout(() => {
      this.dismiss(key);
    }, DONE_STAYS_MS);
  }

  /** Something to look at or to choose; it waits until that is done or it is dismissed. */
  ask(message: string, action: NoticeAction): void {
    this.#add({ kind: 'asked', message, action });
  }

  problem(thrown: unknown, action?: NoticeAction): Problem {
    const problem = asProblem(thrown);
    const same = this.all.find((notice) => notice.message === problem.message);
    if (same) this.dismiss(same.key);
    this.#add({ kind: 'problem', message: problem.message, hint: problem.hint, ...(action ? { action } : {}) });
    return problem;
  }

  dismiss(key: number): void {
    this.all = this.all.filter((notice) => notice.key !== key);
  }

  clear(): void {
    this.all = [];
  }

  #add(notice: Omit<Notice, 'key'>): number {
    const key = this.#next++;
    this.all = [...this.all, { key, ...notice }];
    return key;
  }
}

export const notices = new Notices();
