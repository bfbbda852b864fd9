import { expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import type { PlanDraft } from '$lib/ipc';
import { router } from '$lib/state/router.svelte';

const at = { screen: 'pilot', id: 'pl_0001' } as const;

const draft: PlanDraft = {
  brief_id: null,
  models: [{ name: 'kling', generations: 50, price: { kind: 'per_generation', amount: '0.6' }, rate: { kind: 'exactly', rate: '0.16' } }],
  seconds: '6',
  review: { minutes: '3.6', person_id: null, hourly_rate: '60' },
  editing: { minutes: '15', person_id: null, hourly_rate: '60' },
  brand_review: { minutes: '0', person_id: null, hourly_rate: null },
  overhead: { once: '0', per_generation: '0', grouped: null, template_reuse_saving: null },
  benchmark: '55',
  usable_wanted: 10,
};

test('a pilot without a plan says so, and leads to one', async () => {
  const { screen } = await openWindow({ at });
  await expect.element(screen.getByText(/No plan was made before this run/)).toBeVisible();
  await screen.getByRole('button', { name: 'Plan a run' }).click();
  expect(router.current).toEqual({ screen: 'estimate', tab: 'plan', pilot: 'pl_0001' });
});

test('projected stands beside actual, each cost says how it is known, and the clips are reachable', async () => {
  const { screen, shell } = await openWindow({ at });
  await shell.save_plan({ request: { pilot_id: 'pl_0001', name: 'First plan', draft } });
  const run = screen.getByRole('table', { name: 'The run against its plan' });
  await expect.element(run).toHaveTextContent('$41.25');
  await expect.element(screen.getByText(/made after 50 attempts/)).toBeVisible();
  await expect.element(screen.getByText(/What models charged/)).toBeVisible();
  await expect.element(screen.getByRole('table', { name: 'What a second costs' })).toHaveTextContent('A usable second');
  await screen.getByRole('button', { name: 'Show each clip' }).click();
  await expect.element(screen.getByRole('table', { name: 'Each clip: projected against actual' })).toHaveTextContent('gen_00001');
  await expectAccessible();
});
