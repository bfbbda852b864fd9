import { describe, expect, test } from 'vitest';
import type { ReportView } from '$lib/ipc';
import { costInterval, rateInterval, verdict } from './verdict';

const worked: ReportView = {
  total: 50, failed: 3, usable: 8, published: 5,
  usable_rate: '0.16', usable_rate_interval: ['0.08337420678033404', '0.2851421606303499'],
  attempts_per_usable: '6.25', model_cost: '30', review_minutes: '180', editing_minutes: '120', brand_minutes: '0',
  human_cost: '300', overhead_cost: '0', total_cost: '330', cost_per_usable: '41.25',
  cost_per_usable_interval: ['23.146349206', '79.161179714'], cost_per_published: '66', human_minutes_per_usable: '37.5',
  unknown_costs: 0, rejection_reasons: [], statuses: [], currency: 'USD', usable_seconds: '48', cost_per_usable_second: '6.875', usable_of_unknown_length: 0, other_rate: '0', other_too_high: false, minutes_without_rate: '0',
};

describe('what the numbers allow to be said', () => {
  test('a benchmark above the whole interval is beaten', () => {
    expect(verdict({ report: worked, benchmark: '120' }).short).toBe('Below the benchmark');
  });

  test('a benchmark below the whole interval is missed', () => {
    expect(verdict({ report: worked, benchmark: '20' }).short).toBe('Above the benchmark');
  });

  test('a benchmark inside the interval is not decided, although the estimate lies below it', () => {
    expect(verdict({ report: worked, benchmark: '60' }).short).toBe('Too early to tell');
  });

  test('an interval without an upper end never counts as below', () => {
    const open: ReportView = { ...worked, cost_per_usable_interval: ['23.1', null] };
    expect(verdict({ report: open, benchmark: '1000' }).short).toBe('Too early to tell');
    expect(costInterval(open)).toBe('$23.10 or more');
  });

  test('costs that are missing stand in the way of a yes, never of a no', () => {
    const unknown: ReportView = { ...worked, unknown_costs: 4 };
    expect(verdict({ report: unknown, benchmark: '120' })).toMatchObject({ tone: 'warn', short: 'Too early to tell' });
    expect(verdict({ report: unknown, benchmark: '120' }).sentence).toContain('what 4 attempts cost is unknown');
    expect(verdict({ report: unknown, benchmark: '20' }).short).toBe('Above the benchmark');
    const unpaid: ReportView = { ...worked, minutes_without_rate: '12.5' };
    expect(verdict({ report: unpaid, benchmark: '120' }).sentence).toContain('12.5 minutes were spent by people without a rate');
  });

  test('nothing usable is too early to tell, not a cost of 0', () => {
    const none: ReportView = { ...worked, usable: 0, cost_per_usable: null, cost_per_usable_interval: null };
    expect(verdict({ report: none, benchmark: '120' }).sentence).toContain('None of 50 attempts is usable yet');
  });

  test('without a benchmark nothing is called cheap', () => {
    expect(verdict({ report: worked, benchmark: null }).short).toBe('No benchmark');
  });

  test('the rate is printed with its interval', () => {
    expect(rateInterval(worked)).toBe('8.3 to 28.5 %');
  });
});
