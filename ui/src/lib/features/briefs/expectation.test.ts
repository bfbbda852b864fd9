import { expect, test } from 'vitest';
import type { PlanView, ReportView } from '$lib/ipc';
import { againstExpectation, expectationFor } from './expectation';

function plan(name: string, brief: string | null, frozen: boolean, cost: string | null): PlanView {
  const estimate = { cost_per_usable: cost, cost_per_usable_interval: ['20', null], currency: 'USD' };
  return { name, frozen_at: frozen ? '2026-11-20T09:00:00Z' : null, draft: { brief_id: brief }, estimate } as PlanView;
}

function report(low: string, high: string | null, unknown = 0): ReportView {
  return { cost_per_usable: '40', cost_per_usable_interval: [low, high], unknown_costs: unknown } as ReportView;
}

test('a plan of the brief goes before one of its pilot, a frozen one before a later one, and another brief has no say', () => {
  const plans = [plan('late', 'bf_1', false, '30'), plan('kept', 'bf_1', true, '40'), plan('all', null, true, '50'), plan('other', 'bf_2', false, '60')];
  expect(expectationFor('bf_1', plans)?.words).toBe('“kept” expected $40.00 per usable clip (likely $20.00 or more).');
  expect(expectationFor('bf_3', plans)?.words).toContain('“all”, the plan of its pilot, expected $50.00');
  expect(expectationFor('bf_3', plans.slice(3))).toBeUndefined();
  expect(expectationFor('bf_1', [plan('open', 'bf_1', false, null)])).toEqual({ cost: null, words: '“open” could not say what a usable clip would cost.' });
});

test.each([
  [report('20', '35'), 'So far it costs less'],
  [report('45', null), 'So far it costs more'],
  [report('20', '79'), 'too early to tell'],
  [report('20', null), 'too early to tell'],
  [report('20', '35', 1), 'cannot be held against that'],
])('the interval decides what is said', (told, words) => {
  expect(againstExpectation(told, { cost: '41.25', words: '' })).toContain(words);
});

test('before there is a usable clip nothing is said', () => {
  expect(againstExpectation({ ...report('1', '2'), cost_per_usable: null }, { cost: '41.25', words: '' })).toBeUndefined();
});
