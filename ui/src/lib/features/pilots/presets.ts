/** Words and numbers a new pilot can start from. */

import type { PilotSettings } from '$lib/ipc';

/** A pilot of which nothing is said yet. */
export const blank: PilotSettings = {
  name: '',
  format: 'social_broll',
  channel: 'instagram_reel',
  target_generations: null,
  shortest_seconds: null,
  longest_seconds: null,
  models: [],
  templates: [],
  benchmark: null,
  benchmark_what: null,
  benchmark_source: null,
  budget: null,
  quality_bar: [],
  preset: null,
};

/** The two-week pilot: social b-roll of 5 to 8 s, 50 generations, judged by what a usable clip costs against the current workflow. */
export const twoWeekPilot: PilotSettings = {
  ...blank,
  target_generations: 50,
  shortest_seconds: '5',
  longest_seconds: '8',
  quality_bar: [
    { kind: 'usable_rate_at_least', rate: '0.1' },
    { kind: 'no_open_rights_rejections' },
    { kind: 'every_usable_clip_signed' },
  ],
  preset: 'two_week',
};

/** What the two-week pilot says, in words. */
export const twoWeekWords =
  '1 or 2 models and 2 or 3 templates. It succeeds when a usable clip costs less than one does today; at least 10 % of all attempts usable, no open rejection for rights, every usable clip signed.';

export const formats = [
  'social_broll',
  'ad_hook',
  'background',
  'storyboard_preview',
  'concept_exploration',
  'product_scenario',
];

export const channels = [
  'instagram_reel',
  'tiktok',
  'youtube_short',
  'paid_social',
  'product_page',
  'display',
  'internal',
];
