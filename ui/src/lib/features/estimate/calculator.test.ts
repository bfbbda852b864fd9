import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';

const at = { screen: 'estimate', tab: 'calculator' } as const;

describe('The calculator', () => {
  test('a price is told with its parts, and two settings stand side by side', async () => {
    const { screen } = await openWindow({ at });
    const second = screen.getByRole('region', { name: 'Settings B' });
    await second.getByLabelText('Base rate a second (USD)').fill('0.012');
    await second.getByLabelText('Seconds', { exact: true }).fill('150');
    await second.getByLabelText('Frames a second').selectOptions('30');
    await expect.element(second.getByText('$2.38')).toBeVisible();
    await expect.element(second.getByText('$2.376 exactly')).toBeVisible();
    await expect.element(second.getByText('\u00d7 1.2', { exact: true })).toBeVisible();
    await expect.element(second.getByText('\u00d7 1.1', { exact: true })).toBeVisible();
    await expect.element(screen.getByRole('region', { name: 'Settings A' }).getByText('R, resolution')).toBeVisible();
    await expectAccessible();
  });

  test('drafting at 720p and finishing at 1080p says what it saves', async () => {
    const { screen } = await openWindow({ at });
    // 50 x 0.096 + 8 x 0.1152 against 50 x 0.1152.
    await expect.element(screen.getByText('Drafting first saves $0.04, 0.7 %.')).toBeVisible();
    await screen.getByLabelText('Clips finished').fill('20');
    await expect.element(screen.getByText(/Drafting first costs \$1\.34 more/)).toBeVisible();
    await screen.getByLabelText('Attempts drafted').fill('many');
    await expect.element(screen.getByText(/`many` is not a whole number/)).toBeVisible();
  });

  test('a model asks for what its price depends on, and has no price until that is said', async () => {
    const { screen } = await openWindow({ at });
    const first = screen.getByRole('region', { name: 'Settings A' });
    await first.getByRole('button', { name: 'Model' }).click();
    await first.getByRole('combobox', { name: 'Model' }).fill('kling-v3');
    await first.getByLabelText('Resolution').selectOptions('1080p');
    await expect.element(first.getByText('No price', { exact: true })).toBeVisible();
    await expect.element(first.getByText(/depends on the audio/)).toBeVisible();
    await first.getByLabelText('Sound').selectOptions('on');
    await expect.element(first.getByText('$0.16801 a second', { exact: false })).toBeVisible();
    await expect.element(first.getByText('The price was seen more than 90 days ago.')).toBeVisible();
    await expectAccessible();
  });

  test('settings are kept as tiers and come back', async () => {
    const { screen, shell } = await openWindow({ at });
    await screen.getByRole('region', { name: 'Settings A' }).getByRole('button', { name: 'Keep as sketch tier' }).click();
    await expect.poll(() => shell.world.prices.tiers.sketch).not.toBeNull();
    await screen.getByRole('region', { name: 'Settings B' }).getByRole('button', { name: 'Keep as hero tier' }).click();
    await screen.getByRole('button', { name: 'Sketch against hero' }).click();
    expect(shell.world.prices.tiers).toMatchObject({ sketch: { resolution: '720p' }, hero: { resolution: '1080p' } });
  });
});

describe('The buckets', () => {
  test('the example costs 12.6036 an hour, and a cache takes its share of the traffic', async () => {
    const { screen } = await openWindow({ at: { screen: 'estimate', tab: 'buckets' } });
    await expect.element(screen.getByText('$12.6036')).toBeVisible();
    await expectAccessible();
    await screen.getByLabelText('Egress is').selectOptions('traffic');
    await screen.getByLabelText('Kept away by cache and edge (%)').fill('90');
    await expect.element(screen.getByText('$9.6876')).toBeVisible();
    await screen.getByLabelText('Compute', { exact: true }).fill('much');
    await expect.element(screen.getByText(/`much` is not a number/)).toBeVisible();
  });
});

describe('Licence bands', () => {
  test('the cheapest band and the break-even are named, and what is typed is kept', async () => {
    const { screen, shell } = await openWindow({ at: { screen: 'estimate', tab: 'licences' } });
    await screen.getByRole('button', { name: 'Start with three bands' }).click();
    await expect.element(screen.getByText(/Monthly fee: a number is expected/)).toBeVisible();
    const fees = screen.getByLabelText('A month costs (USD)');
    await fees.nth(0).fill('50');
    await fees.nth(1).fill('200');
    await fees.nth(2).fill('1000');
    await screen.getByLabelText('Clips a month').nth(1).fill('100');
    await screen.getByLabelText('A clip beyond it costs').nth(0).fill('1');
    await expect.element(screen.getByText(/Short: \$50\.00 a month/)).toBeVisible();
    await expect.element(screen.getByText(/From 250 clips: Mid-tier/)).toBeVisible();
    await expectAccessible();
    await expect.poll(() => shell.world.prices.bands.bands[0]?.overage).toBe('1');
  });
});
