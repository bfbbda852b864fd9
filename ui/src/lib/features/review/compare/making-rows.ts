/** What made two takes, line by line; what is not known is said, never left out. */

import type { MakingComparison, MakingView } from '$lib/ipc';

export interface MakingRow {
  readonly name: string;
  readonly a: string;
  readonly b: string;
  readonly differs: boolean;
}

const UNKNOWN = 'unknown';

function row(name: string, a: string | null, b: string | null, missing = UNKNOWN): MakingRow {
  // Two unknowns are not known to be alike, but there is nothing to point at either.
  return { name, a: a ?? missing, b: b ?? missing, differs: a !== b };
}

function promptOf({ prompt_id, prompt_version }: MakingView): string | null {
  if (!prompt_id) return null;
  return prompt_version ? `${prompt_id}, version ${prompt_version}` : prompt_id;
}

function templateOf({ template_id, template_version }: MakingView): string | null {
  return template_id && template_version !== null ? `${template_id}, version ${template_version}` : null;
}

/** Everything but the words of the prompt and the price, which have a look of their own. */
export function rowsOf({ a, b, settings }: MakingComparison): MakingRow[] {
  const seconds = (side: MakingView) => (side.requested_seconds === null ? null : `${side.requested_seconds} s`);
  return [
    row('Model', a.model, b.model),
    row('Prompt', promptOf(a), promptOf(b)),
    row('Template', templateOf(a), templateOf(b), 'none known'),
    row('Seed', a.seed, b.seed),
    row('Length asked for', seconds(a), seconds(b)),
    ...settings.map((pair) => row(pair.name, pair.a, pair.b, 'not set')),
  ];
}
