/** What prices are made of, in words. */

import type { AudioRate, EntryStatus, LicenceFeature, Origin, PricePartKind } from '$lib/ipc';

export const partLabel: Record<PricePartKind, string> = {
  base: 'P, base rate',
  resolution: 'R, resolution',
  frame_rate: 'F, frame rate',
  variant: 'M, variant',
  output: 'Made seconds',
  minimum: 'Up to the minimum',
  images: 'Pictures given',
  input_video: 'Video given',
};

/** Factors multiply; everything else is an amount. */
export function isFactor(kind: PricePartKind): boolean {
  return kind === 'resolution' || kind === 'frame_rate' || kind === 'variant';
}

export const audioLabel: Record<AudioRate, string> = {
  on: 'with sound',
  off: 'without sound',
  always_on: 'always with sound',
  none: 'makes no sound',
  any: 'either, same price',
  bundled: 'no effect known',
};

export const statusLabel: Record<EntryStatus, string> = { active: 'Active', retired: 'Retired', unknown: 'Unknown' };

export const originLabel: Record<Origin, string> = { shipped: 'Shipped', person: 'Yours', import: 'Yours, imported' };

export const featureLabel: Record<LicenceFeature, string> = {
  clip_creation: 'Clip creation',
  style_controls: 'Style controls',
  licensing_workflows: 'Licensing workflows',
  analytics: 'Analytics',
};

export const licenceFeatures = Object.keys(featureLabel) as LicenceFeature[];
