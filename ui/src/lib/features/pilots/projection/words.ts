/** How projected and actual costs are called. */

import type { CostBasis, PartProjection, RunFigureKind, SecondKind } from '$lib/ipc';
import { percent } from '$lib/words/format';

const BASES: Record<CostBasis, string> = {
  billed: 'billed',
  reported: 'reported by the provider',
  assumed: 'assumed, not billed',
  estimated: 'estimated',
};

export function basisWords(basis: CostBasis): string {
  return BASES[basis];
}

const FIGURES: Record<RunFigureKind, string> = {
  usable: 'Usable clips',
  model_cost: 'Models',
  human_cost: 'People',
  overhead_cost: 'Overhead',
  total_cost: 'In all',
  cost_per_usable: 'Per usable clip',
};

export function figureWords(kind: RunFigureKind): string {
  return FIGURES[kind];
}

const SECONDS: Record<SecondKind, string> = {
  generated: 'A second generated',
  usable: 'A usable second',
  published: 'A published second',
};

export function secondWords(kind: SecondKind): string {
  return SECONDS[kind];
}

export function partWords({ part }: PartProjection): string {
  if (part.kind === 'model') return part.model ?? 'unknown model';
  return part.prompt_id === null ? 'unknown prompt' : `${part.prompt_id} ${part.version ?? ''}`.trim();
}

/** `12.4 % more`. */
export function shareWords(share: string | null): string {
  if (share === null) return '';
  const more = !share.startsWith('-');
  return `${percent(share.replace('-', ''))} ${more ? 'more' : 'less'}`;
}
