/** Believable generations: the worked pilot of 50, and a generator of as many as a test of the grid wants. */

import type { ClipFlag, ClipRow, FrameRange, HoldView, RejectionReason, Status } from '../types';

export interface MockGeneration {
  row: ClipRow;
  pilotId: string | null;
  reviewMinutes: number;
  editingMinutes: number;
  /** Statuses and reasons it left, for undo. */
  past: { status: Status; reason: RejectionReason | null }[];
  hold: HoldView | null;
  goodPart: FrameRange | null;
  /** Its minutes were put right by hand. */
  corrected: boolean;
}

interface Fate {
  status: Status;
  reason?: RejectionReason;
  times: number;
}

/** 50 attempts, 8 usable of which 5 published, 3 failed: 16 %, 6.25, $41.25, $66.00. */
const WORKED_PILOT: Fate[] = [
  { status: 'published', times: 5 },
  { status: 'scheduled', times: 1 },
  { status: 'approved_to_publish', times: 2 },
  { status: 'brand_review', times: 2 },
  { status: 'approved_for_edit', times: 2 },
  { status: 'review_pending', times: 9 },
  { status: 'rejected_quality', reason: 'artifact_or_distortion', times: 9 },
  { status: 'rejected_quality', reason: 'prompt_not_followed', times: 6 },
  { status: 'rejected_quality', reason: 'too_generic', times: 3 },
  { status: 'rejected_accuracy', reason: 'product_detail_wrong', times: 5 },
  { status: 'rejected_rights_risk', reason: 'rights_or_likeness_risk', times: 1 },
  { status: 'rejected_brand_fit', reason: 'brand_mismatch', times: 2 },
  { status: 'generation_failed', times: 3 },
];

const MODELS = ['kling-2.6-pro', 'veo-3.1-fast', 'wan-2.5'];
export const BRIEFS = ['bf_2025_001', 'bf_2025_002', 'bf_2025_003'];

const START = Date.UTC(2026, 10, 9, 9, 0, 0);
const FLAGS: Record<number, ClipFlag[]> = { 5: ['black'], 11: ['frozen'], 18: ['wrong_size'] };

/** Spreads the fates so that neighbours in the grid differ. */
function shuffled<Item>(items: Item[]): Item[] {
  const result: Item[] = [];
  const step = 17;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[(index * step) % items.length];
    if (item !== undefined) result.push(item);
  }
  return result;
}

export function workedPilot(pilotId: string): MockGeneration[] {
  const fates = shuffled(WORKED_PILOT.flatMap((fate) => Array.from({ length: fate.times }, () => fate)));
  return fates.map((fate, index) => generation(index, fate, pilotId));
}

/** Any number of rows, made when asked for: the same index is always the same row. */
export function manyGenerations(howMany: number): MockGeneration[] {
  const fates = WORKED_PILOT;
  return Array.from({ length: howMany }, (_, index) =>
    generation(index, fates[(index * 7 + Math.floor(index / 13)) % fates.length] ?? { status: 'review_pending', times: 1 }, null),
  );
}

function generation(index: number, fate: Fate, pilotId: string | null): MockGeneration {
  const failed = fate.status === 'generation_failed';
  const reviewed = !failed && fate.status !== 'review_pending';
  const usable = ['published', 'scheduled', 'approved_to_publish'].includes(fate.status);
  const portrait = index % 11 === 4;
  return {
    pilotId,
    hold: null,
    goodPart: null,
    corrected: false,
    // 38 reviewed takes share 180 minutes; the 12 kept ones share 120 minutes of editing.
    reviewMinutes: reviewed ? 180 / 38 : 0,
    editingMinutes: usable ? 15 : 0,
    past: reviewed ? [{ status: 'review_pending', reason: null }] : [],
    row: {
      generation_id: `gen_${String(index + 1).padStart(5, '0')}`,
      brief_id: BRIEFS[index % BRIEFS.length] ?? 'bf_2025_001',
      model: MODELS[(index * 5) % MODELS.length] ?? null,
      status: fate.status,
      reason: fate.reason ?? null,
      cost: '0.60',
      cost_basis: index % 4 === 0 ? 'assumed' : 'reported',
      clip: failed
        ? null
        : {
            clip_key: `clip-${index + 1}`,
            version: 1,
            aspect_permille: portrait ? 562 : 1778,
            duration_ms: 5000 + (index % 4) * 1000,
            strip_tiles: 20,
            file: index % 23 === 9 ? 'referenced' : 'stored',
          },
      flags: failed ? [] : (FLAGS[index % 50] ?? []),
      created_at: new Date(START + index * 47 * 60_000).toISOString(),
    },
  };
}
