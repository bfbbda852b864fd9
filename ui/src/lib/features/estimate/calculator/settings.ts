/** Settings to begin with, and what a model of the catalogue offers. */

import type { PriceLine, PriceSetting } from '$lib/ipc';

export type FormulaSetting = Extract<PriceSetting, { by: 'formula' }>;
export type ModelSetting = Extract<PriceSetting, { by: 'model' }>;

export const MOST_SETTINGS = 4;

export function formula(resolution: string): FormulaSetting {
  return { by: 'formula', base_rate: '0.012', seconds: '8', resolution, frames_per_second: '24', variant: 'general', voice_multiplier: '' };
}

export function model(seconds: string): ModelSetting {
  return {
    by: 'model',
    provider: '',
    model: '',
    resolution: '',
    audio: null,
    mode: '',
    seconds,
    frames_per_second: '',
    variant: '',
    images: '',
    input_video_seconds: '',
  };
}

/** The settings of a column, by its place. */
export function columnName(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

export interface Offer {
  providers: string[];
  resolutions: string[];
  modes: string[];
  /** Whether with or without sound must be said. */
  asksAudio: boolean;
  /** Billing by formula needs frame rate and variant. */
  asksVariant: boolean;
}

const distinct = (values: string[]) => [...new Set(values)];

function isOf(line: PriceLine, name: string): boolean {
  const asked = name.trim().toLowerCase();
  return line.entry.model.toLowerCase() === asked || line.entry.name?.toLowerCase() === asked;
}

/** What the catalogue has for a model, narrowed by what is chosen already. */
export function offerOf(lines: PriceLine[], setting: ModelSetting): Offer {
  const ofModel = lines.filter((line) => line.plannable && isOf(line, setting.model));
  const ofProvider = ofModel.filter(({ entry }) => setting.provider === '' || entry.provider === setting.provider);
  const ofResolution = ofProvider.filter(
    ({ entry }) => setting.resolution === '' || !entry.resolutions?.length || entry.resolutions.includes(setting.resolution),
  );
  return {
    providers: distinct(ofModel.map(({ entry }) => entry.provider)),
    resolutions: distinct(ofProvider.flatMap(({ entry }) => entry.resolutions ?? [])),
    modes: distinct(ofResolution.flatMap(({ entry }) => (entry.mode ? [entry.mode] : []))),
    asksAudio: ofResolution.some(({ entry }) => entry.audio === 'on' || entry.audio === 'off'),
    asksVariant: ofResolution.some(({ entry }) => entry.billing.unit === 'formula'),
  };
}

/** Whatever is left to choose from is chosen where there is only one. */
export function settle(setting: ModelSetting, lines: PriceLine[]): ModelSetting {
  const settled = { ...setting };
  const only = (values: string[], chosen: string) => (values.includes(chosen) ? chosen : values.length === 1 ? (values[0] ?? '') : '');
  settled.provider = only(offerOf(lines, { ...settled, provider: '' }).providers, settled.provider);
  settled.resolution = only(offerOf(lines, { ...settled, resolution: '' }).resolutions, settled.resolution);
  const offer = offerOf(lines, settled);
  settled.mode = only(offer.modes, settled.mode);
  if (!offer.asksAudio) settled.audio = null;
  return settled;
}
