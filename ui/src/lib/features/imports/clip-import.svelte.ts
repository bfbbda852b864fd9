/** Bringing clips in: files chosen, options given, running, done. One import from its first file to its result. */

import { asProblem, ipc, type ClipSelection, type IngestReport, type Problem } from '$lib/ipc';
import type { Suggestion } from '$lib/components/SuggestInput.svelte';
import { work } from '$lib/state/work.svelte';

export class ClipImport {
  selection = $state.raw<ClipSelection | undefined>();
  brief = $state('');
  model = $state('');
  keep = $state<'copy' | 'reference'>('copy');
  problem = $state.raw<Problem | undefined>();
  report = $state.raw<IngestReport | undefined>();
  jobKey = $state<string | undefined>();
  briefs = $state.raw<Suggestion[]>([]);
  models = $state.raw<Suggestion[]>([]);

  job = $derived(this.jobKey ? work.find(this.jobKey) : undefined);
  running = $derived(this.job !== undefined);
  briefError = $derived(briefIdError(this.brief));
  ready = $derived(this.selection !== undefined && this.brief.trim() !== '' && !this.briefError);

  constructor(selection?: ClipSelection) {
    this.selection = selection;
  }

  /** What there is to choose from; an import works without it. */
  async suggest(): Promise<void> {
    const all = { pilot: null, briefs: [], models: [], statuses: [], reasons: [], flagged: false, search: '' };
    const [briefs, facets] = await Promise.all([ipc.briefs(), ipc.clip_facets({ filter: all })]);
    this.briefs = briefs.map(({ id, goal }) => ({ value: id, note: goal }));
    this.models = facets.models.map(({ value }) => ({ value }));
    if (this.brief === '' && briefs.length === 1) this.brief = briefs[0]?.id ?? '';
  }

  /** Asks for files. Answers false when the person chose none and there were none before. */
  async choose(): Promise<boolean> {
    this.problem = undefined;
    try {
      this.selection = (await ipc.choose_clips()) ?? this.selection;
    } catch (thrown) {
      this.problem = asProblem(thrown);
      return true;
    }
    return this.selection !== undefined;
  }

  async run(): Promise<void> {
    const selection = this.selection;
    if (!selection || !this.ready || this.running) return;
    this.problem = undefined;
    try {
      this.report = await work.run('Bringing clips in', (key, progress) => {
        this.jobKey = key;
        return ipc.ingest(
          {
            selection_key: selection.selection_key,
            job_key: key,
            options: {
              brief_id: this.brief.trim(),
              model: this.model.trim() === '' ? null : this.model.trim(),
              reference: this.keep === 'reference',
            },
          },
          progress,
        );
      });
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
  }

  cancel(): void {
    if (this.jobKey) void work.cancel(this.jobKey);
  }
}

/** Brief ids name folders too, so they are short and plain. */
export function briefIdError(text: string): string | undefined {
  const entered = text.trim();
  if (entered === '' || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(entered)) return undefined;
  return 'Use letters, digits, dots, dashes and underscores, such as bf_2025_001.';
}
