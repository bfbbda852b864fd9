/** Words and numbers a new pilot can start from. */

export interface Preset {
  format: string;
  channel: string;
  target: number;
}

/** The two-week pilot: social b-roll, 50 generations, judged by what a usable clip costs. */
export const twoWeekPilot: Preset = { format: 'social_broll', channel: 'instagram_reel', target: 50 };

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
