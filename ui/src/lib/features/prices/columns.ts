/** A price as a form has it: the columns of a price list. */

import type { PriceEntry } from '$lib/ipc';

export type Columns = Record<string, string>;

export type BilledBy = 'second' | 'credit' | 'block' | 'run' | 'token' | 'formula';

export const billedBy: { value: BilledBy; label: string }[] = [
  { value: 'second', label: 'A price a second' },
  { value: 'credit', label: 'Credits a second' },
  { value: 'block', label: 'Begun blocks of time' },
  { value: 'run', label: 'Runs of fixed lengths' },
  { value: 'token', label: 'Tokens' },
  { value: 'formula', label: 'Base rate x R x F x M' },
];

/** The columns that say the price, by how it is billed. */
export const priceColumns: Record<BilledBy, { column: string; label: string; help?: string; optional?: boolean; words?: boolean }[]> = {
  second: [{ column: 'price_per_second', label: 'A second costs' }],
  credit: [
    { column: 'credits_per_second', label: 'Credits a second' },
    { column: 'price_per_credit', label: 'A credit costs' },
  ],
  block: [
    { column: 'block_seconds', label: 'Seconds in a block' },
    { column: 'price_per_block', label: 'A block costs' },
  ],
  run: [{ column: 'runs', label: 'Lengths with their prices', words: true, help: 'Such as 5:0.35; 10:0.70' }],
  token: [
    { column: 'tokens_per_second', label: 'Tokens a second' },
    { column: 'price_per_million_tokens', label: 'A million cost' },
  ],
  formula: [
    { column: 'base_rate', label: 'Base rate a second' },
    // An entry's own factors; what is left open is the shipped table.
    { column: 'resolution_factors', label: 'R by resolution', optional: true, words: true, help: 'Left open: 720p:1; 1080p:1.2; 4k:1.5' },
    { column: 'frame_rate_factors', label: 'F by frames a second', optional: true, words: true, help: 'Left open: 24:1; 30:1.1; 60:1.25' },
    {
      column: 'variant_factors',
      label: 'M by variant',
      optional: true,
      words: true,
      help: 'Left open: general:1; advanced:1.15; neural_voice_low:1.3; neural_voice_high:1.4',
    },
  ],
};

/** A table of factors as its column has it: `720p:1; 1080p:1.2`. */
function factors(table: Record<string, string> | undefined): string {
  return Object.entries(table ?? {})
    .map(([name, factor]) => `${name}:${factor}`)
    .join('; ');
}

export function billingOf(entry: PriceEntry): BilledBy {
  return entry.billing.unit;
}

/** What a form begins with when an entry is to be replaced: source and date are for the person to say. */
export function columnsOf(entry: PriceEntry): Columns {
  const columns: Columns = {
    provider: entry.provider,
    model: entry.model,
    name: entry.name ?? '',
    resolution: entry.resolutions?.join(',') ?? '',
    audio: entry.audio,
    mode: entry.mode ?? '',
    currency: entry.currency,
    minimum_charge: entry.minimum ?? '',
    lengths: entry.lengths?.join('; ') ?? '',
    status: 'active',
    source: '',
    as_of: '',
    notes: '',
  };
  const billing = entry.billing;
  if (billing.unit === 'second') columns['price_per_second'] = billing.price;
  else if (billing.unit === 'credit') {
    columns['credits_per_second'] = billing.credits_per_second;
    columns['price_per_credit'] = billing.price_per_credit;
  } else if (billing.unit === 'block') {
    columns['block_seconds'] = billing.seconds;
    columns['price_per_block'] = billing.price;
  } else if (billing.unit === 'run') columns['runs'] = billing.runs.map(({ seconds, price }) => `${seconds}:${price}`).join('; ');
  else if (billing.unit === 'token') {
    columns['tokens_per_second'] = billing.tokens_per_second;
    columns['price_per_million_tokens'] = billing.price_per_million;
  } else {
    columns['base_rate'] = billing.base_rate;
    columns['resolution_factors'] = factors(entry.multipliers?.resolution);
    columns['frame_rate_factors'] = factors(entry.multipliers?.frame_rate);
    columns['variant_factors'] = factors(entry.multipliers?.variant);
  }
  return columns;
}

/** Only the price columns of this billing are sent; factors that are left open too, since that says the shipped ones. */
export function sent(columns: Columns, by: BilledBy): Columns {
  const others = Object.entries(priceColumns)
    .filter(([key]) => key !== by)
    .flatMap(([, fields]) => fields.map(({ column }) => column));
  const says = (column: string, value: string) => value.trim() !== '' || column.endsWith('_factors');
  return Object.fromEntries(Object.entries(columns).filter(([column, value]) => says(column, value) && !others.includes(column)));
}
