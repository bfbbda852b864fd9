/** The fields of a brief in the order of its form, as people call them. */

import type { FirstUse, GateCause, SensitiveCategory, UseAdvice } from '$lib/ipc';

const fieldLabels: Record<string, string> = {
  goal: 'Goal',
  format: 'Format',
  channel: 'Channel',
  fidelity: 'Fidelity',
  duration_seconds: 'Length in seconds',
  aspect_ratio: 'Aspect ratio',
  resolution: 'Resolution',
  frame_rate: 'Frames per second',
  scene: 'Scene',
  mood: 'Mood',
  camera_direction: 'Camera',
  voice_cues: 'Voice',
  music_cues: 'Music',
  must_include: 'Must be seen',
  must_avoid: 'Must not be seen',
  brand_identity: 'Brand',
  brand_messaging: 'Message',
  brand_do: 'The brand always',
  brand_dont: 'The brand never',
  risk_level: 'Risk',
  consistency_requirement: 'Consistency',
  paid: 'Paid campaign',
  sensitive_categories: 'Sensitive categories',
  planned_revisions: 'Rounds of revision planned',
};

const order = Object.keys(fieldLabels);

export function briefFieldLabel(field: string): string {
  return fieldLabels[field] ?? field;
}

/** Fields in the order of the form; those it has none for come last. */
export function inFormOrder<One extends { field: string }>(fields: readonly One[]): One[] {
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return [...fields].sort((a, b) => place(a.field) - place(b.field));
}

/** Where AI video fits: the four answers of the square. */
export const adviceWords: Record<UseAdvice, { short: string; long: string }> = {
  good_production_test: { short: 'Good production test', long: 'A clip that fails costs little and no two have to match. This is where to begin.' },
  drafts_and_parts: {
    short: 'Drafts, variants, partial shots',
    long: 'Clips that must match each other seldom do. Use them as drafts, or for parts where nobody sees the seam.',
  },
  strict_review_only: {
    short: 'Strict human review only',
    long: 'A small visual error is costly here. Plan for review of every frame, and for many attempts.',
  },
  keep_traditional: {
    short: 'Keep traditional production primary',
    long: 'Both a small error and a small difference are costly. Shoot it, and use AI video to prepare.',
  },
};

export const categoryWord: Record<SensitiveCategory, string> = {
  health: 'Health',
  finance: 'Finance',
  children: 'Children',
  politics: 'Politics',
  legal: 'Legal',
};

export const sensitiveCategories = Object.keys(categoryWord) as SensitiveCategory[];

export const causeWord: Record<GateCause, string> = {
  always: 'for every brief',
  high_risk: 'because the risk is high',
  paid: 'because it is paid for',
  sensitive: 'because of its sensitive category',
};

export const firstUseWord: Record<FirstUse, string> = {
  good: 'a good first use',
  with_caution: 'with caution',
};
