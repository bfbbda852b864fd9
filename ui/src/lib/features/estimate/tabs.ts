/** The tabs of the Estimate screen, in their order: a question each, and the component that answers it. */

import type { Component } from 'svelte';
import type { BriefId, PilotId } from '$lib/ipc';
import type { EstimateTab } from '$lib/state/router.svelte';
import Buckets from './Buckets.svelte';
import Calculator from './Calculator.svelte';
import LicenceBands from './LicenceBands.svelte';
import PlanRun from './PlanRun.svelte';

/** What the screen was opened for; a tab that has no use for it leaves it. */
export interface TabProps {
  pilot: PilotId | undefined;
  brief: BriefId | undefined;
}

interface Tab {
  key: EstimateTab;
  label: string;
  content: Component<TabProps> | Component<Record<string, never>>;
}

export const firstTab: Tab = { key: 'plan', label: 'Plan a run', content: PlanRun };

export const tabs: readonly Tab[] = [
  firstTab,
  { key: 'calculator', label: 'Calculator', content: Calculator },
  { key: 'buckets', label: 'Buckets', content: Buckets },
  { key: 'licences', label: 'Licence bands', content: LicenceBands },
];
