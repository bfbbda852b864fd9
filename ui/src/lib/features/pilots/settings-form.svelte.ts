/** What is typed into a pilot's settings, what is wrong with it, and what it says when nothing is. */

import type { PilotSettings } from '$lib/ipc';
import { amountError, wholeNumberError } from '$lib/words/entry';
import { barOf, rowError, rowsOf, type BarRow } from './quality-bar';

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
const listOf = (text: string) => text.split(',').map((name) => name.trim()).filter((name) => name !== '');

function secondsError(text: string): string | undefined {
  const entered = text.trim();
  if (entered === '' || (/^\d{1,4}(\.\d{1,6})?$/.test(entered) && Number(entered) > 0)) return undefined;
  return 'Write seconds such as 6 or 6.5.';
}

export class SettingsForm {
  name = $state('');
  format = $state('');
  channel = $state('');
  target = $state('');
  shortest = $state('');
  longest = $state('');
  models = $state('');
  templates = $state('');
  benchmark = $state('');
  what = $state('');
  source = $state('');
  budget = $state('');
  bar = $state<BarRow[]>([]);
  #preset: string | null = null;

  constructor(settings: PilotSettings) {
    this.fill(settings);
  }

  fill(settings: PilotSettings): void {
    this.name = settings.name;
    this.format = settings.format;
    this.channel = settings.channel;
    this.target = settings.target_generations === null ? '' : String(settings.target_generations);
    this.shortest = settings.shortest_seconds ?? '';
    this.longest = settings.longest_seconds ?? '';
    this.models = settings.models.join(', ');
    this.templates = settings.templates.join(', ');
    this.benchmark = settings.benchmark ?? '';
    this.what = settings.benchmark_what ?? '';
    this.source = settings.benchmark_source ?? '';
    this.budget = settings.budget ?? '';
    this.bar = rowsOf(settings.quality_bar);
    this.#preset = settings.preset;
  }

  readonly targetError = $derived(wholeNumberError(this.target));
  readonly benchmarkError = $derived(amountError(this.benchmark));
  readonly budgetError = $derived(amountError(this.budget));
  readonly shortestError = $derived(
    secondsError(this.shortest) ?? (this.longest.trim() !== '' && this.shortest.trim() === '' ? 'A range has a shorter end too.' : undefined),
  );
  readonly longestError = $derived(
    secondsError(this.longest) ??
      (this.longest.trim() !== '' && Number(this.longest) <= Number(this.shortest) ? 'Longer than the shorter end.' : undefined),
  );
  readonly ready = $derived(
    this.name.trim() !== '' &&
      !this.targetError &&
      !this.benchmarkError &&
      !this.budgetError &&
      !this.shortestError &&
      !this.longestError &&
      this.bar.every((row) => rowError(row) === undefined),
  );

  settings(): PilotSettings {
    return {
      name: this.name.trim(),
      format: this.format,
      channel: this.channel,
      target_generations: this.target.trim() === '' ? null : Number(this.target),
      shortest_seconds: orNull(this.shortest),
      longest_seconds: orNull(this.longest),
      models: listOf(this.models),
      templates: listOf(this.templates),
      benchmark: orNull(this.benchmark),
      benchmark_what: orNull(this.what),
      benchmark_source: orNull(this.source),
      budget: orNull(this.budget),
      quality_bar: barOf(this.bar),
      preset: this.#preset,
    };
  }
}
