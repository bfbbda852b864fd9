/** What the pilot page is narrowed to, and how that is said. */

import type { DashboardFilter, DashboardView } from '$lib/ipc';
import { shortDay } from '$lib/words/dashboard';

export const everything: DashboardFilter = { models: [], prompts: [], person: null, from: null, to: null };

export function isEverything(filter: DashboardFilter): boolean {
  return filter.models.length === 0 && filter.prompts.length === 0 && !filter.person && !filter.from && !filter.to;
}

/** `pr_1 v3`. */
export function promptName(prompt: { id: string; version: string }): string {
  return `${prompt.id} ${prompt.version}`.trim();
}

/** Which attempts count, in a few words. */
export function narrowedTo(filter: DashboardFilter, view: DashboardView): string {
  const parts = [
    filter.models.join(', '),
    filter.prompts.map(promptName).join(', '),
    view.choices.people.find(({ person }) => person === filter.person)?.name ?? '',
    filter.from ? `from ${shortDay(filter.from)}` : '',
    filter.to ? `to ${shortDay(filter.to)}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
