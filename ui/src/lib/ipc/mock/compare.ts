/** The mock's side of comparing: what made takes, and what was said of pairs. */

import type { MakingComparison, MakingView, PairAnswer, PairTally, PromptPiece, StandingView } from '../types';
import { detail } from './clips';
import type { MockGeneration } from './generations';
import type { World } from './world';

function making(one: MockGeneration): MakingView {
  const { row } = one;
  return {
    generation_id: row.generation_id,
    model: row.model,
    prompt_id: 'pr_00007',
    prompt_version: '3',
    has_prompt: true,
    template_id: 'tpl_social_broll',
    template_version: 3,
    seed: row.clip ? String(4000 + Number(row.generation_id.slice(-3))) : null,
    requested_seconds: '6',
    cost: row.cost,
    cost_basis: row.cost_basis,
    projected_cost: '0.75',
  };
}

export function makings(a: MockGeneration, b: MockGeneration): MakingComparison {
  const words = detail(a).prompt ?? '';
  const [before, after] = words.split('slow push-in');
  const prompt: PromptPiece[] = [
    { of: 'both', text: `${before ?? ''}slow ` },
    { of: 'a', text: 'push-in' },
    { of: 'b', text: 'orbit' },
    { of: 'both', text: after ?? '' },
  ];
  return { a: making(a), b: making(b), prompt, settings: [{ name: 'cfg_scale', a: '7', b: '9' }] };
}

const COUNTED: Record<PairAnswer, [keyof StandingView, keyof StandingView]> = {
  a: ['won', 'lost'],
  b: ['lost', 'won'],
  tie: ['tied', 'tied'],
  both_bad: ['both_bad', 'both_bad'],
};

export function tally(world: World, brief: string): PairTally {
  const rowOf = (id: string) => world.generations.find(({ row }) => row.generation_id === id)?.row;
  const said = world.pairs.filter((pair) => rowOf(pair.a)?.brief_id === brief);
  const takes = new Map<string, StandingView>();
  const count = (id: string, field: keyof StandingView) => {
    const standing = takes.get(id) ?? { won: 0, lost: 0, tied: 0, both_bad: 0 };
    takes.set(id, { ...standing, [field]: standing[field] + 1 });
  };
  for (const { a, b, answer } of said) {
    count(a, COUNTED[answer][0]);
    count(b, COUNTED[answer][1]);
  }
  return {
    brief_id: brief,
    takes: [...takes].map(([generation_id, standing]) => ({ generation_id, model: rowOf(generation_id)?.model ?? null, standing })),
    models: [],
    answers: said.map(({ a, b, person_id, answer }) => ({ a, b, person_id, answer })),
  };
}
