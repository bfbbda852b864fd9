/** The words of the pilot page. */

import type { AdviceTone, CostPartName, Currency, Figure, OverheadKind, RefineView } from '$lib/ipc';
import { count, decimal, money, percent } from './format';

export const costPartLabel: Record<CostPartName, string> = {
  model: 'Models',
  review: 'Review',
  edit: 'Editing',
  brand: 'Brand review',
  compliance: 'Compliance',
  overhead: 'Overhead',
};

export const overheadLabel: Record<OverheadKind, string> = {
  compliance: 'Compliance',
  storage: 'Storage',
  orchestration: 'Orchestration',
  tooling: 'Tooling',
  other: 'Other',
};

export const adviceToneLabel: Record<AdviceTone, string> = {
  act: 'Act now',
  know: 'Worth knowing',
  too_early: 'Too early to tell',
};

/** A figure of advice as people read it. */
export function figureText(figure: Figure, currency: Currency): string {
  switch (figure.unit) {
    case 'money':
      return money(figure.value, currency);
    case 'share':
      return percent(figure.value);
    case 'minutes':
      return `${decimal(figure.value, 1)} min`;
    case 'count':
      return count(Number(figure.value));
  }
}

/** Fix it or make another, in a sentence with its figures. */
export function refineText(view: RefineView): string {
  const another = view.another === null ? null : money(view.another, view.currency);
  const breakEven = view.break_even_minutes === null ? null : `${decimal(view.break_even_minutes, 0)} minutes`;
  if (another === null) return 'Nothing is usable yet, so what another usable clip costs is not known.';
  if (breakEven === null) {
    return view.hourly_rate === null
      ? `Another usable clip is expected to cost ${another}. What an hour of the editor costs is not known, so no break-even is.`
      : `Another usable clip is expected to cost ${another}; the editor's time costs nothing, so fixing is always cheaper.`;
  }
  if (view.fixing === null) return `Another usable clip is expected to cost ${another}: worth up to ${breakEven} of editing.`;
  const average = `an edit here takes ${decimal(view.minutes, 0)} on average (${money(view.fixing, view.currency)})`;
  return view.verdict === 'refine'
    ? `Fix it: another usable clip is expected to cost ${another}, as much as ${breakEven} of editing; ${average}.`
    : `Rather make another: it is expected to cost ${another}, as much as ${breakEven} of editing; ${average}.`;
}

/** `2026-11-09` as `9 Nov`. */
export function shortDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 1970, (month ?? 1) - 1, date ?? 1)).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}
