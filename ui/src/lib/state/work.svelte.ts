/** Long work: what runs, how far it is, and how to stop it. Shown in the status bar and in dialogs alike. */

import { ipc, type Progress } from '$lib/ipc';

export interface Job {
  key: string;
  title: string;
  progress: Progress;
  cancelling: boolean;
}

class Work {
  jobs = $state<Job[]>([]);

  /** Runs long work under a key of its own; the progress and a way to cancel show while it lasts. */
  async run<Result>(
    title: string,
    start: (jobKey: string, onProgress: (progress: Progress) => void) => Promise<Result>,
  ): Promise<Result> {
    const key = crypto.randomUUID();
    this.jobs.push({ key, title, progress: { done: 0, total: 0, subject: '' }, cancelling: false });
    try {
      return await start(key, (progress) => {
        const job = this.find(key);
        if (job) job.progress = progress;
      });
    } finally {
      this.jobs = this.jobs.filter((job) => job.key !== key);
    }
  }

  find(key: string): Job | undefined {
    return this.jobs.find((job) => job.key === key);
  }

  async cancel(key: string): Promise<void> {
    const job = this.find(key);
    if (!job || job.cancelling) return;
    job.cancelling = true;
    await ipc.cancel({ job_key: key });
  }
}

export const work = new Work();
