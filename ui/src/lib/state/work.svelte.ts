/** Long work: what runs, how far it is, and how to stop it. Shown in the status bar and in dialogs alike. */

import { ipc, type Progress } from '$lib/ipc';

export interface Job {
  key: string;
  title: string;
  progress: Progress;
  cancelling: boolean;
  /** Whether it can be stopped. */
  stoppable: boolean;
  /** False while a person still chooses where it is to go. */
  begun: boolean;
}

/** What kind of work it is, where it is not such that begins at once and can be stopped. */
export interface WorkKind {
  /** It asks for a file first and begins with its first step. */
  asksFirst?: boolean;
  /** It is over too soon, or only whole, so that it cannot be stopped. */
  stoppable?: boolean;
}

class Work {
  jobs = $state<Job[]>([]);

  /** Runs long work under a key of its own; the progress and a way to cancel show while it lasts. */
  async run<Result>(
    title: string,
    start: (jobKey: string, onProgress: (progress: Progress) => void) => Promise<Result>,
    { asksFirst = false, stoppable = true }: WorkKind = {},
  ): Promise<Result> {
    const key = crypto.randomUUID();
    this.#add({ key, title, stoppable, begun: !asksFirst });
    try {
      return await start(key, (progress) => {
        const job = this.find(key);
        if (job) Object.assign(job, { progress, begun: true });
      });
    } finally {
      this.ended(key);
    }
  }

  /** Shows work that the shell began by itself, until `ended` is called with its key. */
  follow(key: string, title: string): void {
    this.#add({ key, title, stoppable: true, begun: true });
  }

  ended(key: string): void {
    this.jobs = this.jobs.filter((job) => job.key !== key);
  }

  find(key: string): Job | undefined {
    return this.jobs.find((job) => job.key === key);
  }

  async cancel(key: string): Promise<void> {
    const job = this.find(key);
    if (!job?.stoppable || job.cancelling) return;
    job.cancelling = true;
    await ipc.cancel({ job_key: key });
  }

  #add(job: Pick<Job, 'key' | 'title' | 'stoppable' | 'begun'>): void {
    this.jobs.push({ ...job, progress: { done: 0, total: 0, subject: '' }, cancelling: false });
  }
}

export const work = new Work();
