import { expect, test } from 'vitest';
import type { MakingView } from '$lib/ipc';
import { rowsOf } from './making-rows';

const making: MakingView = {
  generation_id: 'gen_00001',
  model: 'veo-3',
  prompt_id: 'pr_00007',
  prompt_version: '3',
  has_prompt: true,
  template_id: null,
  template_version: null,
  seed: null,
  requested_seconds: '6',
  cost: '0.75',
  cost_basis: 'reported',
  projected_cost: null,
};

test('what differs is marked, what is not known is called unknown, and a setting that one lacks is not set', () => {
  const rows = rowsOf({
    a: making,
    b: { ...making, model: 'kling-2', seed: '41' },
    prompt: [],
    settings: [{ name: 'camera.move', a: 'dolly', b: null }],
  });
  expect(rows).toEqual([
    { name: 'Model', a: 'veo-3', b: 'kling-2', differs: true },
    { name: 'Prompt', a: 'pr_00007, version 3', b: 'pr_00007, version 3', differs: false },
    { name: 'Template', a: 'none known', b: 'none known', differs: false },
    { name: 'Seed', a: 'unknown', b: '41', differs: true },
    { name: 'Length asked for', a: '6 s', b: '6 s', differs: false },
    { name: 'camera.move', a: 'dolly', b: 'not set', differs: true },
  ]);
});
