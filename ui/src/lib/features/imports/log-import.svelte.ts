/** Importing a log: read, mapped, looked at, then written or not, with its dialog or without. */

import { asProblem, ipc, type ChosenColumns, type LogImportReport, type LogPreview, type Problem, type Status } from '$lib/ipc';
import { work } from '$lib/state/work.svelte';
import { counted } from '$lib/words/format';
import { Background } from './background';

export class LogImport {
  /** Those that ended while their dialog was closed, by the key of their job. */
  static readonly ended = new Map<string, LogImport>();
  readonly background = new Background<LogImport>('import-log', LogImport.ended, this);

  preview = $state.raw<LogPreview | undefined>();
  /** Columns and status words (`status:WORD`) that a person chose, over what was recognised; null for a field that is not in the file. */
  chosen = $state.raw<ChosenColumns>({});
  skipBad = $state(false);
  update = $state(false);
  rereading = $state(false);
  problem = $state.raw<Problem | undefined>();
  report = $state.raw<LogImportReport | undefined>();
  jobKey = $state<string | undefined>();

  job = $derived(this.jobKey ? work.find(this.jobKey) : undefined);
  bad = $derived(this.preview?.outcome.bad.length ?? 0);
  conflicts = $derived(this.preview?.outcome.conflicts.length ?? 0);
  /** Rows that would be written as things are set now. */
  rows = $derived((this.preview?.outcome.imported ?? 0) + (this.update ? this.conflicts : 0));
  blocked = $derived(this.bad > 0 && !this.skipBad);
  ready = $derived(this.preview !== undefined && !this.blocked && this.rows > 0 && !this.rereading);

  /** Asks for the file. Answers false when the person chose none. */
  async choose(): Promise<boolean> {
    try {
      this.preview = (await ipc.choose_log()) ?? undefined;
      return this.preview !== undefined;
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return true;
    }
  }

  /** Reads a field of the log from another column. */
  map(field: string, column: string): Promise<void> {
    return this.#reread({ ...this.chosen, [field]: column === '' ? null : column });
  }

  /** Reads a status word of the file as this status; as it was recognised when there is none. */
  readWord(word: string, status: Status | null): Promise<void> {
    const others = Object.entries(this.chosen).filter(([key]) => key !== `status:${word}`);
    return this.#reread({ ...Object.fromEntries(others), ...(status ? { [`status:${word}`]: status } : {}) });
  }

  async #reread(chosen: ChosenColumns): Promise<void> {
    if (!this.preview) return;
    this.chosen = chosen;
    this.rereading = true;
    this.problem = undefined;
    try {
      this.preview = await ipc.preview_log({ selection_key: this.preview.selection_key, mapping: this.chosen });
    } catch (thrown) {
      this.problem = asProblem(thrown);
    } finally {
      this.rereading = false;
    }
  }

  async run(): Promise<void> {
    const preview = this.preview;
    if (!preview || !this.ready || this.job) return;
    this.problem = undefined;
    try {
      this.report = await work.run('Importing a log', (key, progress) => {
        this.jobKey = key;
        return ipc.import_log(
          {
            selection_key: preview.selection_key,
            mapping: this.chosen,
            skip_bad: this.skipBad,
            update: this.update,
            job_key: key,
          },
          progress,
        );
      });
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
    this.background.over(this.jobKey ?? '', this.problem, this.report ? logWords(this.report) : '');
  }

  cancel(): void {
    if (this.jobKey) void work.cancel(this.jobKey);
  }
}

/** What came of it in a line: `35 rows in, 3 clips cannot be read.` */
function logWords({ imported, updated, bad, clips_failed }: LogImportReport): string {
  const parts = [`${counted(imported + updated, 'row')} in`];
  if (bad.length > 0) parts.push(`${counted(bad.length, 'bad row')} not`);
  if (clips_failed.length > 0) parts.push(`${counted(clips_failed.length, 'clip')} cannot be read`);
  return `${parts.join(', ')}.`;
}
