/** The requirements a quality bar can have, as rows of a form: what is asked, and the number it asks for. */

import type { QualityBar, Requirement } from '$lib/ipc';

export type RequirementKind = Requirement['kind'];

export interface BarRow {
  kind: RequirementKind;
  asked: boolean;
  /** As it is typed: per cent or minutes. Empty where nothing is counted. */
  number: string;
}

interface Words {
  /** What is asked; the number stands between the two halves. */
  before: string;
  after: string;
  /** What it is measured in; nothing where no number is asked. */
  unit?: '%' | 'minutes';
  /** What the number starts as. */
  suggested: string;
}

export const barWords: Record<RequirementKind, Words> = {
  usable_rate_at_least: { before: 'At least', after: 'of all attempts are usable', unit: '%', suggested: '10' },
  no_open_rights_rejections: { before: 'No open rejection for rights, likeness or safety', after: '', suggested: '' },
  rights_rejection_rate_at_most: { before: 'At most', after: 'are thrown away for rights, likeness or safety', unit: '%', suggested: '5' },
  wrong_product_rate_at_most: { before: 'At most', after: 'show the product wrongly', unit: '%', suggested: '5' },
  every_usable_clip_signed: { before: 'Every usable clip is signed, and the signature stands', after: '', suggested: '' },
  human_minutes_per_usable_at_most: { before: 'People spend at most', after: 'on a usable clip', unit: 'minutes', suggested: '60' },
};

const kinds = Object.keys(barWords) as RequirementKind[];

/** Moves the point of a plain decimal, without a float in between. */
function shifted(text: string, places: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}

function numberOf(requirement: Requirement): string {
  if ('rate' in requirement) return shifted(requirement.rate, 2);
  if ('minutes' in requirement) return requirement.minutes;
  return '';
}

/** A row for everything that can be asked, with what this bar asks filled in. */
export function rowsOf(bar: QualityBar): BarRow[] {
  return kinds.map((kind) => {
    const found = bar.find((one) => one.kind === kind);
    return { kind, asked: found !== undefined, number: found ? numberOf(found) : barWords[kind].suggested };
  });
}

/** What is wrong with the number of a row that is asked. */
export function rowError({ kind, asked, number }: BarRow): string | undefined {
  const { unit } = barWords[kind];
  if (!asked || unit === undefined) return undefined;
  const entered = number.trim();
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(entered)) return `Write a plain number of ${unit === '%' ? 'per cent' : 'minutes'}.`;
  const value = Number(entered);
  if (kind === 'usable_rate_at_least' && (value <= 0 || value > 100)) return 'Above 0 and at most 100 %.';
  if (kind === 'human_minutes_per_usable_at_most' && value <= 0) return 'More than 0 minutes.';
  if (unit === '%' && value >= 100 && kind !== 'usable_rate_at_least') return 'Below 100 %.';
  return undefined;
}

function requirementOf({ kind, number }: BarRow): Requirement {
  const entered = number.trim();
  switch (kind) {
    case 'usable_rate_at_least':
    case 'rights_rejection_rate_at_most':
    case 'wrong_product_rate_at_most':
      return { kind, rate: shifted(entered, -2) };
    case 'human_minutes_per_usable_at_most':
      return { kind, minutes: entered };
    case 'no_open_rights_rejections':
    case 'every_usable_clip_signed':
      return { kind };
  }
}

export function barOf(rows: BarRow[]): QualityBar {
  return rows.filter(({ asked }) => asked).map(requirementOf);
}
