/** Numbers, money and times as people read them. Amounts stay decimal strings: nothing is computed here. */

import type { Amount, Currency, Timestamp } from '$lib/ipc';

/** What stands where a value is not known. Never 0. */
const UNKNOWN = 'unknown';

type Decimal = `${number}`;

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat('en-US', options);
    formatters.set(key, found);
  }
  return found;
}

/** `41.25` in USD as `$41.25`: two places, half away from zero. */
export function money(amount: Amount | null | undefined, currency: Currency): string {
  if (amount === null || amount === undefined) return UNKNOWN;
  return formatter({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(amount as Decimal);
}

/** `0.003501` in USD as `$0.003501`: a price of a second is told exactly, up to nine places. */
export function unitPrice(amount: string | null | undefined, currency: Currency): string {
  if (amount === null || amount === undefined) return UNKNOWN;
  return formatter({
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 2,
    maximumFractionDigits: 9,
  }).format(amount as Decimal);
}

/** `0.16` as `16 %`. */
export function percent(fraction: string | null | undefined, places = 1): string {
  if (fraction === null || fraction === undefined) return UNKNOWN;
  return `${formatter({ maximumFractionDigits: places, style: 'percent' }).format(fraction as Decimal).replace('%', '')} %`;
}

/** `6.25` with at most two places. */
export function decimal(value: string | number | null | undefined, places = 2): string {
  if (value === null || value === undefined) return UNKNOWN;
  return formatter({ maximumFractionDigits: places }).format(value as Decimal);
}

export function count(value: number): string {
  return formatter({ maximumFractionDigits: 0 }).format(value);
}

/** `1 clip`, `12,400 clips`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

const DAY = 24 * 60 * 60 * 1000;

/** A moment as the reader's own clock has it: `today 14:05`, `3 Nov 2026 14:05`. */
export function moment(at: Timestamp, now = new Date()): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (now.toDateString() === date.toDateString()) return `today ${time}`;
  if (new Date(now.getTime() - DAY).toDateString() === date.toDateString()) return `yesterday ${time}`;
  return `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })} ${time}`;
}

/** A size in bytes: `12.4 MB`. */
export function fileSize(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${formatter({ maximumFractionDigits: unit > 1 ? 1 : 0 }).format(size)} ${units[unit]}`;
}

/** A length in milliseconds: `6.0 s`, `1:05`. */
export function seconds(milliseconds: number): string {
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const whole = Math.round(milliseconds / 1000);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
