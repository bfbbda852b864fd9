/** How the parts of a plan are called. */

import type { AttemptsSource, SourceView, SwingInput, SwingView } from '$lib/ipc';
import { percent } from '$lib/words/format';
import { spellOut } from '$lib/words/labels';

const SOURCES: Record<AttemptsSource['kind'], string> = {
  pilot: 'Pilot',
  brief: 'Brief',
  model: 'Model',
  format: 'Format',
  template: 'Template',
  prompt: 'Prompt',
};

/** `Pilot Spring mugs: 8 of 50 usable`. */
export function sourceWords({ source, label, seen }: SourceView): string {
  const name = source.kind === 'format' ? spellOut(label).toLowerCase() : label;
  return `${SOURCES[source.kind]} ${name}: ${seen.usable} of ${seen.total} usable`;
}

const INPUTS: Record<SwingInput, string> = {
  usable_rate: 'Usable rate',
  model_price: 'Model price',
  review_minutes: 'Review minutes',
  editing_minutes: 'Editing minutes',
  brand_review_minutes: 'Brand review minutes',
  hourly_rates: 'Hourly rates',
  overhead: 'Overhead',
  savings: 'Assumed savings',
  generations: 'Size of the run',
};

export function inputWords(input: SwingInput): string {
  return INPUTS[input];
}

/** The two values of an input that was moved. */
export function valueWords({ input, values }: SwingView, end: 0 | 1): string {
  const value = values[end];
  if (value === null) return end === 0 ? 'a quarter less' : 'a quarter more';
  if (input === 'usable_rate' || input === 'savings') return percent(value);
  return `${Number(value).toLocaleString('en-US', { maximumFractionDigits: 2 })} min`;
}
