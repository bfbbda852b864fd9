/** Prices of the mock library: a few entries of the catalogue, and sums done exactly in whole numbers. */

import type { Commands } from '../client';
import type {
  BandDraft,
  BucketPresetView,
  LicenceComparison,
  LicenceDraft,
  LicenceQuestion,
  PriceAnswer,
  PriceCatalogueView,
  PriceComparison,
  PriceEntry,
  PriceFigurePart,
  PriceImport,
  PriceLine,
  PriceSetting,
  PriceTiers,
  Problem,
} from '../types';

/** What the mock remembers of prices. */
export interface MockPrices {
  catalogue: PriceCatalogueView;
  tiers: PriceTiers;
  bands: LicenceDraft;
  /** What a chosen price list would do. */
  list: PriceImport;
}

const TODAY = '2026-11-20';

function entry(provider: string, model: string, resolutions: string[], price: string, more: Partial<PriceEntry> = {}): PriceEntry {
  return {
    provider,
    model,
    resolutions,
    audio: 'bundled',
    billing: { unit: 'second', price },
    lengths: [],
    currency: 'USD',
    status: 'active',
    source: 'price page of the provider',
    as_of: '2026-11-12',
    confidence: 'medium',
    ...more,
  };
}

let lines = 0;

function line(entry: PriceEntry, origin: PriceLine['origin'] = 'shipped', replaces: string | null = null): PriceLine {
  const billing = entry.billing;
  const perSecond =
    billing.unit === 'second' ? billing.price : billing.unit === 'credit' ? times(billing.credits_per_second, billing.price_per_credit) : '0.06';
  const age = entry.as_of === 'unknown' ? null : Math.round((Date.parse(TODAY) - Date.parse(entry.as_of)) / 86_400_000);
  lines += 1;
  return {
    uid: `00000000-0000-8000-8000-${String(lines).padStart(12, '0')}`,
    origin,
    replaces,
    entry,
    words: `${entry.model} ${entry.resolutions?.join('/') ?? ''}${entry.audio === 'on' || entry.audio === 'off' ? `, audio ${entry.audio}` : ''} (${entry.provider})`,
    per_second: perSecond,
    billing: billing.unit === 'credit' ? `${billing.credits_per_second} credits a second at ${billing.price_per_credit}` : `${perSecond} a second`,
    age_days: age,
    stale: age === null || age > 90,
    plannable: entry.status !== 'retired',
  };
}

/** An entry's own factors; a table that is left open is the shipped one. */
function factorsOf(columns: Record<string, string>): PriceEntry['multipliers'] {
  const table = (column: string, shipped: Record<string, string>) => {
    const text = columns[column]?.trim() ?? '';
    return text === '' ? shipped : Object.fromEntries(text.split(';').map((pair) => pair.split(':').map((part) => part.trim()) as [string, string]));
  };
  if (!Object.entries(columns).some(([column, text]) => column.endsWith('_factors') && text.trim() !== '')) return undefined;
  return {
    resolution: table('resolution_factors', { '720p': '1', '1080p': '1.2', '4k': '1.5' }),
    frame_rate: table('frame_rate_factors', { '24': '1', '30': '1.1', '60': '1.25' }),
    variant: table('variant_factors', { general: '1', advanced: '1.15', neural_voice_low: '1.3', neural_voice_high: '1.4' }),
  };
}

export function makePrices(): MockPrices {
  lines = 0;
  const credits = (credits_per_second: string) => ({ unit: 'credit', credits_per_second, price_per_credit: '0.01' }) as const;
  return {
    catalogue: {
      as_of: '2026-11-12',
      age_days: 8,
      stale_after_days: 90,
      currency: 'USD',
      rates: [],
      entries: [
        line(entry('Kling AI', 'kling-v3', ['720p'], '0.08398', { audio: 'off', as_of: '2026-08-18', confidence: 'high' })),
        line(entry('Kling AI', 'kling-v3', ['1080p'], '0.11199', { audio: 'off', as_of: '2026-08-18', confidence: 'high' })),
        line(entry('Kling AI', 'kling-v3', ['1080p'], '0.16801', { audio: 'on', as_of: '2026-08-18', confidence: 'high' })),
        line(entry('OpenAI', 'sora-2', ['720p'], '0.1', { status: 'retired', valid_to: '2026-09-24', audio: 'always_on' })),
        line(entry('Runway API', 'gen4_turbo', ['720p'], '0.05', { audio: 'none', billing: credits('5'), confidence: 'high' })),
        line(entry('Runway API', 'gen4.5', ['720p'], '0.12', { audio: 'none', billing: credits('12'), confidence: 'high' })),
        line(entry('Runway API', 'seedance2_5', ['1080p'], '0.68', { billing: credits('68'), minimum: '0.8', video: { charge: 'per_second', price: '0.34' } })),
        line(entry('fal.ai', 'fal-ai/veo3.1', ['720p', '1080p'], '0.2', { audio: 'off', status: 'unknown', as_of: 'unknown' })),
      ],
    },
    tiers: { sketch: null, hero: null },
    bands: { currency: '', bands: [] },
    list: {
      selection_key: 'prices-1',
      file_name: 'prices.csv',
      rows: 3,
      added: 2,
      replacing: 1,
      unchanged: 0,
      bad: [{ line: 4, field: 'price_per_second', value: '$1', message: 'expected a number such as 0.12' }],
      ignored_columns: ['Colour'],
      entries: ['gen4.5 720p (Runway API)', 'house-model 1080p (Us)'],
    },
  };
}

const SCALE = 12;

function whole(text: string): bigint {
  const sign = text.trim().startsWith('-') ? -1n : 1n;
  const [units = '0', places = ''] = text.trim().replace('-', '').split('.');
  return sign * BigInt(units + places.padEnd(SCALE, '0').slice(0, SCALE));
}
function text(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(SCALE + 1, '0');
  const places = digits.slice(-SCALE).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${places ? `.${places}` : ''}`;
}
function times(one: string, other: string): string {
  return text((whole(one) * whole(other)) / 10n ** BigInt(SCALE));
}
function sum(...values: string[]): string {
  return text(values.reduce((all, value) => all + whole(value), 0n));
}
function over(one: string, other: string): string {
  const divisor = whole(other);
  return divisor === 0n ? '0' : text((whole(one) * 10n ** BigInt(SCALE)) / divisor);
}
function rounded(value: string): string {
  const cents = (whole(value) + 5n * 10n ** BigInt(SCALE - 3)) / 10n ** BigInt(SCALE - 2);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
const isNumber = (value: string) => /^-?\d+(\.\d+)?$/.test(value.trim());

const FACTORS = {
  resolution: { '720p': '1', '1080p': '1.2', '4k': '1.5' },
  frames_per_second: { 24: '1', 30: '1.1', 60: '1.25' },
  variant: { general: '1', advanced: '1.15', 'neural-voice': '1.4' },
} as Record<string, Record<string, string>>;

const problem = (code: string, message: string, hint: string): Problem => ({ code, message, hint });
const none = (code: string, message: string, hint = 'Choose one that is known, or add a price entry of your own in the price catalogue.'): PriceAnswer => ({
  figure: null,
  problem: problem(code, message, hint),
});

function answer(prices: MockPrices, setting: PriceSetting): PriceAnswer {
  if (!isNumber(setting.seconds)) return none('invalid', `Seconds: \`${setting.seconds}\` is not a number such as 12.5.`, 'Correct the value and try again.');
  if (setting.by === 'formula') {
    if (!isNumber(setting.base_rate) || setting.base_rate.startsWith('-'))
      return none('invalid', 'Base rate: 0 to 1000000 a second is expected.', 'Correct the value and try again.');
    const [r, f, m] = (['resolution', 'frames_per_second', 'variant'] as const).map((kind) => FACTORS[kind]?.[setting[kind]] ?? '1');
    const base = times(setting.base_rate, setting.seconds);
    const price = times(times(times(base, r ?? '1'), f ?? '1'), m ?? '1');
    const parts: PriceFigurePart[] = [
      { kind: 'base', how: `${setting.base_rate} x ${setting.seconds} s`, value: base },
      { kind: 'resolution', how: setting.resolution, value: r ?? '1' },
      { kind: 'frame_rate', how: `${setting.frames_per_second} fps`, value: f ?? '1' },
      { kind: 'variant', how: setting.variant, value: m ?? '1' },
    ];
    return {
      problem: null,
      figure: { price, rounded: rounded(price), per_second: over(price, setting.seconds), currency: null, parts, range: null, cautions: [], entry: null, rate: null },
    };
  }
  const ofModel = prices.catalogue.entries.filter(({ entry }) => entry.model === setting.model);
  if (ofModel.length === 0) return none('unknown_model', `No price is known for the model \`${setting.model}\`.`);
  const fitting = ofModel.filter(
    ({ entry }) =>
      (setting.resolution === '' || entry.resolutions?.includes(setting.resolution)) &&
      !(entry.audio === 'on' && setting.audio !== true) &&
      !(entry.audio === 'off' && setting.audio !== false),
  );
  if (fitting.length === 0 && setting.audio === null)
    return none('not_said', `The price of \`${setting.model}\` depends on the audio, which is not said; known are: off, on.`, 'Say which is meant.');
  const found = fitting.find(({ origin }) => origin !== 'shipped') ?? fitting[0];
  if (!found) return none('unknown_combination', `No price is known for \`${setting.model}\` with the resolution ${setting.resolution}.`);
  if (!found.plannable) return none('retired', `\`${setting.model}\` is retired: nothing can be planned with it.`, 'Choose a model that is still made.');
  const price = times(found.per_second ?? '0', setting.seconds);
  return {
    problem: null,
    figure: {
      price,
      rounded: rounded(price),
      per_second: found.per_second ?? '0',
      currency: 'USD',
      parts: [{ kind: 'output', how: `${setting.seconds} s x ${found.per_second}`, value: price }],
      range: null,
      cautions: found.stale ? [{ kind: 'stale', words: 'The price was seen more than 90 days ago.' }] : [],
      entry: found,
      rate: null,
    },
  };
}

function comparison(prices: MockPrices, settings: PriceSetting[], counts: { attempts: string; finals: string } | null): PriceComparison {
  const answers = settings.map((setting) => answer(prices, setting));
  const [draft, hero] = answers.map(({ figure }) => figure);
  if (!counts || !draft || !hero) return { answers, two_step: null, two_step_problem: null };
  if (!/^\d+$/.test(counts.attempts) || !/^\d+$/.test(counts.finals))
    return {
      answers,
      two_step: null,
      two_step_problem: problem('invalid', `Attempts: \`${counts.attempts}\` is not a whole number of 0 or more.`, 'Correct the value and try again.'),
    };
  const drafts = times(draft.price, counts.attempts);
  const finals = times(hero.price, counts.finals);
  const total = sum(drafts, finals);
  const all_final = times(hero.price, counts.attempts);
  const saved = sum(all_final, total.startsWith('-') ? total.slice(1) : `-${total}`);
  return { answers, two_step_problem: null, two_step: { drafts, finals, total, all_final, saved, saved_share: over(saved, all_final), currency: draft.currency ?? hero.currency } };
}

const EXAMPLE: BucketPresetView = {
  key: 'example',
  name: '8 Mbps, the example',
  values: {
    compute: '0.002',
    encoding: '0.0006',
    storage: { by: 'rate', per_second: '0.000001' },
    egress: { by: 'rate', per_second: '0.0009' },
    hours: '8',
  },
};

function costOf(band: BandDraft, clips: number): string | null {
  const cap = band.cap === '' ? Infinity : Number(band.cap);
  if (clips > cap && band.overage === '') return null;
  return sum(band.monthly_fee, clips > cap ? times(band.overage, String(clips - cap)) : '0');
}

function licences(question: LicenceQuestion): LicenceComparison {
  const clips = Number(question.clips);
  const bands = question.draft.bands;
  const nameless = bands.find(({ monthly_fee }) => !isNumber(monthly_fee));
  if (nameless)
    throw problem('invalid', `Monthly fee: a number is expected (band \`${nameless.name}\`).`, 'Correct the value and try again.');
  const best = (volume: number) => {
    const costs = bands.map((band) => costOf(band, volume));
    const known = costs.flatMap((cost, place) => (cost === null ? [] : [{ cost: Number(cost), place }]));
    return known.sort((one, other) => one.cost - other.cost || other.place - one.place)[0]?.place ?? null;
  };
  const volumes = Array.from({ length: 41 }, (_, step) => step * Math.max(25, Math.ceil(clips / 10)));
  const changes: LicenceComparison['changes'] = [];
  for (let volume = 0; volume <= (volumes.at(-1) ?? 0); volume += 1) {
    const band = best(volume);
    if (changes.at(-1)?.band !== band || changes.length === 0) changes.push({ clips: volume, band });
  }
  return {
    costs: bands.map((band) => {
      const total = costOf(band, clips);
      return {
        name: band.name,
        total,
        parts: total === null ? null : [band.monthly_fee, '0', '0', sum(total, `-${band.monthly_fee}`)],
        per_clip: total === null || clips === 0 ? null : over(total, String(clips)),
        why_not: total === null ? `it ends at ${band.cap} clips a month` : null,
      };
    }),
    cheapest: best(clips),
    changes,
    points: volumes.map((volume) => ({ clips: volume, totals: bands.map((band) => costOf(band, volume)) })),
  };
}

export function priceCommands(prices: MockPrices, changed: () => void) {
  return {
    price_catalogue: () => Promise.resolve(structuredClone(prices.catalogue)),
    add_price: ({ columns, replaces }) => {
      const price = columns['price_per_second'] ?? '';
      const problems = [
        ...(columns['provider'] ? [] : [{ field: 'provider', value: '', expected: 'who sells it' }]),
        ...(columns['model'] ? [] : [{ field: 'model', value: '', expected: 'the model, as requests name it' }]),
        ...(isNumber(price) || columns['credits_per_second'] || columns['base_rate'] ? [] : [{ field: 'price_per_second', value: price, expected: 'a number such as 0.12' }]),
      ];
      if (problems.length > 0) return Promise.resolve({ added: null, problems });
      const resolutions = columns['resolution'] ? columns['resolution'].split(',').map((one) => one.trim()) : [];
      const billing: PriceEntry['billing'] = columns['credits_per_second']
        ? { unit: 'credit', credits_per_second: columns['credits_per_second'], price_per_credit: columns['price_per_credit'] ?? '0.01' }
        : columns['base_rate']
          ? { unit: 'formula', base_rate: columns['base_rate'] }
          : { unit: 'second', price };
      const multipliers = factorsOf(columns);
      const added = line(
        entry(columns['provider'] ?? '', columns['model'] ?? '', resolutions, price, { source: columns['source'] ?? 'entered by hand', as_of: TODAY, billing, ...(multipliers ? { multipliers } : {}) }),
        'person',
        replaces,
      );
      prices.catalogue.entries = [added, ...prices.catalogue.entries.filter(({ uid }) => uid !== replaces)];
      changed();
      return Promise.resolve({ added, problems: [] });
    },
    withdraw_price: ({ uid }) => {
      prices.catalogue.entries = prices.catalogue.entries.filter((one) => one.uid !== uid);
      changed();
      return Promise.resolve(structuredClone(prices.catalogue));
    },
    set_exchange_rate: ({ rate }) => {
      if (!isNumber(rate.rate) || !/^\d{4}-\d\d-\d\d$/.test(rate.as_of))
        return Promise.reject(problem('invalid', `\`${rate.as_of}\` is not a day such as 2026-11-12.`, 'Correct the value and try again.'));
      prices.catalogue.rates = [rate, ...prices.catalogue.rates];
      changed();
      return Promise.resolve(structuredClone(prices.catalogue));
    },
    choose_price_list: () => Promise.resolve(prices.list),
    import_prices: ({ skip_bad }) => {
      if (skip_bad) changed();
      return Promise.resolve(skip_bad ? prices.list : { ...prices.list, added: 0 });
    },
    compare_prices: ({ settings, two_step }) => Promise.resolve(comparison(prices, settings, two_step)),
    price_tiers: () => Promise.resolve(prices.tiers),
    set_price_tiers: ({ tiers }) => {
      prices.tiers = tiers;
      changed();
      return Promise.resolve(null);
    },
    bucket_presets: () => Promise.resolve([EXAMPLE, { ...EXAMPLE, key: 'gpu_high', name: 'GPU, at the most', values: { ...EXAMPLE.values, compute: '0.006', encoding: '0.0015' } }]),
    price_buckets: ({ question }) => {
      const storage = question.storage.by === 'rate' ? question.storage.per_second : times(question.storage.gigabytes, '0.000000008');
      const egress =
        question.egress.by === 'rate'
          ? question.egress.per_second
          : times(
              times(over(question.egress.megabits_per_second, '8000'), question.egress.price_per_gigabyte),
              sum('1', `-${over(question.egress.kept_away_percent, '100')}`),
            );
      const values = [question.compute, question.encoding, storage, egress];
      if (!values.every(isNumber)) return Promise.resolve({ figure: null, problem: problem('invalid', `Compute: \`${question.compute}\` is not a number such as 12.5.`, 'Correct the value and try again.') });
      const per_second = sum(...values);
      const per_hour = times(per_second, '3600');
      const parts = ['compute', 'encoding', 'storage', 'egress'].map((bucket, index) => ({
        bucket,
        per_second: values[index] ?? '0',
        share: over(values[index] ?? '0', per_second),
      }));
      return Promise.resolve({ problem: null, figure: { per_second, per_hour, total: times(per_hour, question.hours), parts } });
    },
    licence_bands: () => Promise.resolve(structuredClone(prices.bands)),
    set_licence_bands: ({ draft }) => {
      prices.bands = draft;
      return Promise.resolve(null);
    },
    compare_licences: ({ question }) => {
      try {
        return Promise.resolve(licences(question));
      } catch (thrown) {
        return Promise.reject(thrown as Error);
      }
    },
  } satisfies Partial<Commands>;
}
