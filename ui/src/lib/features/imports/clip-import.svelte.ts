/** Bringing clips in: files chosen, options given, running, done. One import from its first file to its result, with its dialog or without. */

import {
  asProblem,
  ipc,
  type BriefView,
  type ClipCost,
  type ClipSelection,
  type IngestReport,
  type PersonId,
  type PersonView,
  type PilotId,
  type PilotView,
  type Problem,
  type PromptVersionName,
  type TemplateView,
} from '$lib/ipc';
import type { Suggestion } from '$lib/components/SuggestInput.svelte';
import { amountError } from '$lib/words/entry';
import { work } from '$lib/state/work.svelte';
import { Background } from './background';
import { ingestWords } from './ingest-words';

export class ClipImport {
  /** Those that ended while their dialog was closed, by the key of their job. */
  static readonly ended = new Map<string, ClipImport>();
  readonly background = new Background<ClipImport>('import-clips', ClipImport.ended, this);

  selection = $state.raw<ClipSelection | undefined>();
  brief = $state('');
  model = $state('');
  madeBy = $state<PersonId | ''>('');
  people = $state.raw<PersonView[]>([]);
  /** The template version that made them, as the list names it; empty where nobody says. */
  prompt = $state('');
  templates = $state.raw<TemplateView[]>([]);
  /** What the model cost for each clip; empty where nobody says. */
  cost = $state('');
  basis = $state<ClipCost['basis']>('billed');
  keep = $state<'copy' | 'reference'>('copy');
  problem = $state.raw<Problem | undefined>();
  report = $state.raw<IngestReport | undefined>();
  jobKey = $state<string | undefined>();
  /** What there is to choose from could not be read; the import works all the same. */
  unknown = $state.raw<Problem | undefined>();
  /** The pilot that a brief without one joins; empty for none. */
  pilot = $state<PilotId | ''>('');
  known = $state.raw<BriefView[]>([]);
  pilots = $state.raw<PilotView[]>([]);
  models = $state.raw<Suggestion[]>([]);

  job = $derived(this.jobKey ? work.find(this.jobKey) : undefined);
  running = $derived(this.job !== undefined);
  briefs: Suggestion[] = $derived(this.known.map(({ id, goal }) => ({ value: id, note: goal })));
  /** The brief may join a pilot: it is new, or belongs to none yet. */
  asksForPilot = $derived(
    this.pilots.length > 0 && this.brief.trim() !== '' && !this.known.some(({ id, pilot_id }) => id === this.brief.trim() && pilot_id),
  );
  briefError = $derived(briefIdError(this.brief));
  costError = $derived(amountError(this.cost));
  ready = $derived(this.selection !== undefined && this.brief.trim() !== '' && !this.briefError && !this.costError);
  versions = $derived(
    this.templates.flatMap(({ id, name, versions }) =>
      versions.map(({ number }) => ({ key: `${id}@${number}`, label: `${name}, version ${number}`, version: { template_id: id, number } })),
    ),
  );

  constructor(selection?: ClipSelection, pilot: PilotId | '' = '') {
    this.selection = selection;
    this.pilot = pilot;
  }

  /** What there is to choose from, each as far as it can be read; an import works without it. */
  async suggest(): Promise<void> {
    this.unknown = undefined;
    const all = { pilot: null, briefs: [], models: [], statuses: [], reasons: [], flagged: false, search: '' };
    await Promise.all([
      this.#read(ipc.briefs(), (briefs) => {
        this.known = briefs;
        if (this.brief === '' && briefs.length === 1) this.brief = briefs[0]?.id ?? '';
      }),
      this.#read(ipc.pilots(), (pilots) => {
        this.pilots = pilots;
        if (this.pilot === '' && pilots.length === 1) this.pilot = pilots[0]?.id ?? '';
      }),
      this.#read(ipc.clip_facets({ filter: all }), ({ models }) => (this.models = models.map(({ value }) => ({ value })))),
      this.#read(ipc.people(), (people) => (this.people = people.filter(({ active }) => active))),
      this.#read(ipc.templates(), (templates) => (this.templates = templates)),
    ]);
  }

  /** One list that cannot be read takes none of the others away; it is said. */
  async #read<List>(list: Promise<List>, take: (list: List) => void): Promise<void> {
    try {
      take(await list);
    } catch (thrown) {
      this.unknown = asProblem(thrown);
    }
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
              made_by: this.madeBy === '' ? null : this.madeBy,
              prompt: this.#promptVersion(),
              cost: this.cost.trim() === '' ? null : { amount: this.cost.trim(), basis: this.basis },
            },
          },
          progress,
        );
      });
      await this.#joinPilot();
    } catch (thrown) {
      this.problem = asProblem(thrown);
    }
    this.background.over(this.jobKey ?? '', this.problem, this.report ? ingestWords(this.report) : '');
  }

  #promptVersion(): PromptVersionName | null {
    return this.versions.find(({ key }) => key === this.prompt)?.version ?? null;
  }

  /** A new brief belongs to no pilot; without this its attempts would count nowhere. */
  async #joinPilot(): Promise<void> {
    if (!this.asksForPilot || this.pilot === '' || (this.report?.added ?? 0) === 0) return;
    await ipc.put_brief_in_pilot({ brief_id: this.brief.trim(), pilot_id: this.pilot });
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
