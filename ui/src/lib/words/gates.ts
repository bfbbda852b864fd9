/** The gates as people read them. */

import type { Gate, GateView, Verdict, VoidReason } from '$lib/ipc';

export const gateLabel: Record<Gate, string> = {
  brand_fit: 'Brand fit',
  product_accuracy: 'Product accuracy',
  claims_and_disclaimers: 'Claims and disclaimers',
  likeness_rights: 'Likeness rights',
  copyright_and_music: 'Copyright and music',
  trademarks_and_logos: 'Trademarks and logos',
  platform_ad_policy: 'Platform ad policy',
  sensitive_category: 'Sensitive category',
  paid_campaign_approval: 'Final approval of a paid campaign',
};

export const gateQuestion: Record<Gate, string> = {
  brand_fit: 'Does it look and speak like this brand?',
  product_accuracy: 'Is the product as it really is?',
  claims_and_disclaimers: 'Is what it claims true, and is what must be said said?',
  likeness_rights: 'Has everybody who can be recognised agreed?',
  copyright_and_music: 'May the works and the music in it be used?',
  trademarks_and_logos: 'Is no mark in it that is not ours?',
  platform_ad_policy: 'Does the platform take it as an ad?',
  sensitive_category: 'Is it right for its sensitive category?',
  paid_campaign_approval: 'May this campaign be paid for?',
};

export const verdictLabel: Record<Verdict, string> = {
  passed: 'Passed',
  failed: 'Failed',
  not_applicable: 'Does not apply',
};

export const voidWords: Record<VoidReason, string> = {
  new_version: 'The clip has a new version since.',
  file_changed: 'Its file was changed since.',
  taken_back: 'It was taken back by who gave it.',
};

/** A gate by its name, a line of the checklist by what it asks. */
export function gateName(gate: GateView): string {
  return gate.item ?? gateLabel[gate.key as Gate];
}

/** Whether it lets the clip pass. */
export function isSettled(gate: GateView): boolean {
  return gate.answer !== null && gate.answer.verdict !== 'failed';
}
