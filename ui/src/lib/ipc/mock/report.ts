/** The mock's report: the formulas over mock rows, good enough for pictures of screens. */

import type { ReasonCount, RejectionReason, ReportView, Status, StatusCount } from '../types';
import type { MockGeneration } from './generations';

const USABLE: Status[] = ['approved_to_publish', 'scheduled', 'published'];
const ORDER: Status[] = [
  'draft_brief', 'prompt_ready', 'generation_started', 'generation_failed', 'generated', 'review_pending',
  'rejected_quality', 'rejected_accuracy', 'rejected_rights_risk', 'approved_for_edit', 'edited', 'brand_review',
  'rejected_brand_fit', 'needs_revision', 'approved_to_publish', 'scheduled', 'published',
];

function wilson(usable: number, total: number): [number, number] {
  const z = 1.959963984540054;
  const rate = usable / total;
  const middle = rate + (z * z) / (2 * total);
  const spread = z * Math.sqrt((rate * (1 - rate)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

const text = (value: number) => String(Number(value.toFixed(9)));

export function reportOf(generations: MockGeneration[], hourlyRate: number | null): ReportView {
  const total = generations.length;
  const usable = generations.filter(({ row }) => USABLE.includes(row.status)).length;
  const published = generations.filter(({ row }) => row.status === 'published').length;
  const sum = (pick: (generation: MockGeneration) => number) => generations.reduce((all, one) => all + pick(one), 0);
  const modelCost = sum(({ row }) => Number(row.cost ?? 0));
  const review = sum((one) => one.reviewMinutes);
  const editing = sum((one) => one.editingMinutes);
  const human = ((review + editing) / 60) * (hourlyRate ?? 0);
  const cost = modelCost + human;
  const usableSeconds = generations
    .filter(({ row }) => USABLE.includes(row.status))
    .reduce((all, { row }) => all + (row.clip?.duration_ms ?? 0) / 1000, 0);
  const rejected = generations.filter(({ row }) => row.reason !== null).length;
  const others = generations.filter(({ row }) => row.reason === 'other').length;
  const interval = total > 0 ? wilson(usable, total) : null;
  const per = (value: number, by: number) => (by > 0 ? text(value / by) : null);
  return {
    total,
    failed: generations.filter(({ row }) => row.status === 'generation_failed').length,
    usable,
    published,
    usable_rate: per(usable, total),
    usable_rate_interval: interval ? [text(interval[0]), text(interval[1])] : null,
    attempts_per_usable: per(total, usable),
    model_cost: text(modelCost),
    review_minutes: text(review),
    editing_minutes: text(editing),
    brand_minutes: '0',
    human_cost: text(human),
    overhead_cost: '0',
    total_cost: text(cost),
    cost_per_usable: per(cost, usable),
    cost_per_usable_interval:
      interval && usable > 0
        ? [text(cost / (total * interval[1])), interval[0] > 0 ? text(cost / (total * interval[0])) : null]
        : null,
    cost_per_published: per(cost, published),
    human_minutes_per_usable: per(review + editing, usable),
    unknown_costs: generations.filter(({ row }) => row.cost === null).length,
    rejection_reasons: reasonsOf(generations),
    statuses: statusesOf(generations),
    usable_seconds: text(usableSeconds),
    cost_per_usable_second: per(cost, usableSeconds),
    usable_of_unknown_length: 0,
    other_rate: per(others, rejected),
    other_too_high: rejected >= 10 && others * 10 > rejected,
    currency: 'USD',
    minutes_without_rate: hourlyRate === null ? text(review + editing) : '0',
  };
}

function reasonsOf(generations: MockGeneration[]): ReasonCount[] {
  const counts = new Map<RejectionReason, number>();
  for (const { row } of generations) if (row.reason) counts.set(row.reason, (counts.get(row.reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

function statusesOf(generations: MockGeneration[]): StatusCount[] {
  const counts = new Map<Status, number>();
  for (const { row } of generations) counts.set(row.status, (counts.get(row.status) ?? 0) + 1);
  return ORDER.filter((status) => counts.has(status)).map((status) => ({ status, count: counts.get(status) ?? 0 }));
}
