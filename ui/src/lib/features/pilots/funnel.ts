/** How far attempts came: each step counts the generations that reached it, whatever became of them later. */

import type { ReportView, Status } from '$lib/ipc';
import type { Tone } from '$lib/words/labels';

export interface Step {
  key: string;
  label: string;
  tone: Tone;
  /** Where a generation stands that came this far, now or before. */
  statuses: Status[];
}

const PUBLISHED: Status[] = ['published'];
const USABLE: Status[] = ['approved_to_publish', 'scheduled', ...PUBLISHED];
const KEPT: Status[] = ['approved_for_edit', 'edited', 'brand_review', 'rejected_brand_fit', 'needs_revision', ...USABLE];
const REVIEWED: Status[] = ['rejected_quality', 'rejected_accuracy', 'rejected_rights_risk', ...KEPT];
const DELIVERED: Status[] = ['generated', 'review_pending', ...REVIEWED];
const ATTEMPTED: Status[] = ['generation_started', 'generation_failed', ...DELIVERED];

export const steps: Step[] = [
  { key: 'attempted', label: 'Attempted', tone: 'neutral', statuses: ATTEMPTED },
  { key: 'delivered', label: 'Gave a clip', tone: 'neutral', statuses: DELIVERED },
  { key: 'reviewed', label: 'Reviewed', tone: 'neutral', statuses: REVIEWED },
  { key: 'kept', label: 'Kept by creative', tone: 'neutral', statuses: KEPT },
  { key: 'usable', label: 'Usable', tone: 'good', statuses: USABLE },
  { key: 'published', label: 'Published', tone: 'good', statuses: PUBLISHED },
];

export function reached(step: Step, report: ReportView): number {
  return report.statuses
    .filter(({ status }) => step.statuses.includes(status))
    .reduce((sum, { count }) => sum + count, 0);
}
