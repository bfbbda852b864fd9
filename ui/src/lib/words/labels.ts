/** The words of the field as people read them. The stored words never reach the screen. */

import type { ClipFlag, CostBasis, NoteCategory, RejectionReason, Role, Status } from '$lib/ipc';

export const statusLabel: Record<Status, string> = {
  draft_brief: 'Draft brief',
  prompt_ready: 'Prompt ready',
  generation_started: 'Generating',
  generation_failed: 'Generation failed',
  generated: 'Generated',
  review_pending: 'Waits for review',
  rejected_quality: 'Rejected: quality',
  rejected_accuracy: 'Rejected: accuracy',
  rejected_rights_risk: 'Rejected: rights',
  approved_for_edit: 'Kept for edit',
  edited: 'Edited',
  brand_review: 'Brand review',
  rejected_brand_fit: 'Rejected: brand fit',
  needs_revision: 'Needs revision',
  approved_to_publish: 'Approved to publish',
  scheduled: 'Scheduled',
  published: 'Published',
};

/** Every status in the order of the workflow. */
export const statuses = Object.keys(statusLabel) as Status[];

export type Tone = 'good' | 'warn' | 'bad' | 'neutral';

export const statusTone: Record<Status, Tone> = {
  draft_brief: 'neutral',
  prompt_ready: 'neutral',
  generation_started: 'neutral',
  generation_failed: 'bad',
  generated: 'neutral',
  review_pending: 'warn',
  rejected_quality: 'bad',
  rejected_accuracy: 'bad',
  rejected_rights_risk: 'bad',
  approved_for_edit: 'neutral',
  edited: 'neutral',
  brand_review: 'warn',
  rejected_brand_fit: 'bad',
  needs_revision: 'warn',
  approved_to_publish: 'good',
  scheduled: 'good',
  published: 'good',
};

export const reasonLabel: Record<RejectionReason, string> = {
  artifact_or_distortion: 'Artifact or distortion',
  product_detail_wrong: 'Product detail wrong',
  brand_mismatch: 'Brand mismatch',
  too_generic: 'Too generic',
  prompt_not_followed: 'Prompt not followed',
  rights_or_likeness_risk: 'Rights or likeness risk',
  unsafe_or_policy_risk: 'Unsafe or policy risk',
  needs_editing: 'Needs editing',
  other: 'Other',
};

/** Every reason in the order of its digit in review: the first is 1. */
export const reasons = Object.keys(reasonLabel) as RejectionReason[];

export const categoryLabel: Record<NoteCategory, string> = {
  artifact: 'Artifact',
  product: 'Product',
  motion: 'Motion',
  picture: 'Picture',
  brand: 'Brand',
  rights: 'Rights',
  edit: 'Edit',
  sound: 'Sound',
};

export const categories = Object.keys(categoryLabel) as NoteCategory[];

export const roleLabel: Record<Role, string> = {
  owner: 'Owner',
  producer: 'Producer',
  creative_director: 'Creative director',
  reviewer: 'Reviewer',
  editor: 'Editor',
  brand_reviewer: 'Brand reviewer',
};

export const roles = Object.keys(roleLabel) as Role[];

export const flagLabel: Record<ClipFlag, string> = {
  black: 'Black frames',
  frozen: 'Frozen',
  wrong_size: 'Wrong size',
  wrong_length: 'Wrong length',
  wrong_frame_rate: 'Wrong frame rate',
  unreadable: 'Unreadable',
};

export const costBasisLabel: Record<CostBasis, string> = {
  estimated: 'estimated',
  assumed: 'assumed, not billed',
  reported: 'reported by the provider',
  billed: 'billed',
};

/** `social_broll` as people write it: `Social b-roll`. */
export function spellOut(word: string): string {
  const known: Record<string, string> = { social_broll: 'Social b-roll', youtube_short: 'YouTube Short', tiktok: 'TikTok' };
  if (known[word]) return known[word];
  const spaced = word.replaceAll('_', ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
