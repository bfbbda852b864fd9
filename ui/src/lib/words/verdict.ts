/** What the numbers of a pilot allow to be said, and no more. */

import type { Currency, PilotView, ReportView } from '$lib/ipc';
import { counted, decimal, money, percent } from './format';
import type { Tone } from './labels';

export interface Verdict {
  tone: Tone;
  /** Two or three words for a card. */
  short: string;
  /** A sentence with its evidence. */
  sentence: string;
}

/** The cost per usable clip against the benchmark, as far as the interval settles it. */
export function verdict({ report, benchmark }: Pick<PilotView, 'report' | 'benchmark'>): Verdict {
  if (report.total === 0) {
    return { tone: 'neutral', short: 'Not started', sentence: 'No generation has been logged yet.' };
  }
  if (report.cost_per_usable === null) {
    return {
      tone: 'neutral',
      short: 'Too early to tell',
      sentence: `None of ${report.total} attempts is usable yet, so a usable clip has no cost yet.`,
    };
  }
  if (benchmark === null) {
    return {
      tone: 'neutral',
      short: 'No benchmark',
      sentence: 'Nobody said what a clip costs today, so this cannot be called cheap or dear.',
    };
  }
  return against(Number(benchmark), money(benchmark, report.currency), report);
}

function against(benchmark: number, today: string, report: ReportView): Verdict {
  const [low, high] = report.cost_per_usable_interval ?? [null, null];
  const missing = missingCosts(report);
  if (high !== null && Number(high) < benchmark && missing) {
    // What is not known can only make a clip dearer: it stands in the way of a yes, never of a no.
    return {
      tone: 'warn',
      short: 'Too early to tell',
      sentence: `As far as its costs are known, a usable clip stays below the ${today} it costs today, up to ${money(high, report.currency)} at the upper end of the interval; but ${missing}, so it cannot be called cheap yet.`,
    };
  }
  if (high !== null && Number(high) < benchmark) {
    return {
      tone: 'good',
      short: 'Below the benchmark',
      sentence: `Even at the upper end of the interval, ${money(high, report.currency)}, a usable clip costs less than the ${today} it costs today.`,
    };
  }
  if (low !== null && Number(low) > benchmark) {
    return {
      tone: 'bad',
      short: 'Above the benchmark',
      sentence: `Even at the lower end of the interval, ${money(low, report.currency)}, a usable clip costs more than the ${today} it costs today.`,
    };
  }
  return {
    tone: 'warn',
    short: 'Too early to tell',
    sentence: `The benchmark of ${today} lies inside the interval: more attempts are needed before this can be called.`,
  };
}

/** What of the costs is not known, as part of a sentence; nothing where all of them are. */
function missingCosts({ unknown_costs, minutes_without_rate }: ReportView): string | undefined {
  const parts = [
    ...(unknown_costs > 0 ? [`what ${counted(unknown_costs, 'attempt')} cost is unknown`] : []),
    ...(Number(minutes_without_rate) > 0 ? [`${decimal(minutes_without_rate, 1)} minutes were spent by people without a rate`] : []),
  ];
  return parts.length > 0 ? parts.join(' and ') : undefined;
}

/** `$23.15 to $79.16`; the upper end is open where the rate may still be 0. */
export function costInterval(report: ReportView): string | undefined {
  return intervalText(report.cost_per_usable_interval, report.currency);
}

/** The same of any interval of a cost. */
export function intervalText(interval: [string | null, string | null] | null, currency: Currency): string | undefined {
  if (!interval) return undefined;
  const [low, high] = interval;
  return high === null ? `${money(low, currency)} or more` : `${money(low, currency)} to ${money(high, currency)}`;
}

/** `8.3 to 28.5 %`. */
export function rateInterval(report: ReportView): string | undefined {
  const interval = report.usable_rate_interval;
  if (!interval) return undefined;
  return `${percent(interval[0]).replace(' %', '')} to ${percent(interval[1])}`;
}
