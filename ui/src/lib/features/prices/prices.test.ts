import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { router } from '$lib/state/router.svelte';

const at = { screen: 'prices' } as const;

describe('The price catalogue', () => {
  test('it says how old it is, and is reached from Settings', async () => {
    const { screen } = await openWindow({ at: { screen: 'settings' } });
    await screen.getByRole('button', { name: 'Open the price catalogue' }).click();
    await expect.poll(() => router.current.screen).toBe('prices');
    await expect.element(screen.getByText('The shipped prices are of 2026-11-12, 8 days old')).toBeVisible();
    await expectAccessible();
  });

  test('typing narrows it down, and a search that finds nothing says so', async () => {
    const { screen, keys } = await openWindow({ at });
    await expect.element(screen.getByText('8 prices')).toBeVisible();
    await keys.keyboard('/');
    await keys.keyboard('runway 720p');
    await expect.element(screen.getByText('2 of 8 prices')).toBeVisible();
    await screen.getByRole('searchbox').fill('nobody');
    await expect.element(screen.getByText('No price is like that.')).toBeVisible();
    await screen.getByRole('button', { name: 'Show all prices' }).click();
    await expect.element(screen.getByText('8 prices')).toBeVisible();
  });

  test('a price shows what is known of it, and one of your own takes its place, marked', async () => {
    const { screen, shell } = await openWindow({ at });
    await screen.getByRole('button', { name: /Show gen4\.5 720p/ }).click();
    await expect.element(screen.getByRole('dialog').getByText('price page of the provider')).toBeVisible();
    await expectAccessible();
    await screen.getByRole('button', { name: 'Put your own in its place' }).click();
    await screen.getByLabelText('A credit costs').fill('0.008');
    await screen.getByLabelText('Source').fill('Our contract of May');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Put it in its place' }).click();
    await expect.element(screen.getByRole('cell', { name: 'Yours', exact: true })).toBeVisible();
    expect(shell.calls.find(({ command }) => command === 'add_price')?.args).toMatchObject({
      columns: { model: 'gen4.5', credits_per_second: '12', price_per_credit: '0.008', source: 'Our contract of May' },
      replaces: '00000000-0000-8000-8000-000000000006',
    });
  });

  test('of thousands of prices only those in sight are in the page, and the keys walk through all of them', async () => {
    const { screen, keys } = await openWindow({
      at,
      prepare: ({ world }) => {
        const [one] = world.prices.catalogue.entries;
        if (!one) return;
        world.prices.catalogue.entries = Array.from({ length: 3000 }, (_, index) => ({
          ...one,
          uid: `uid-${index}`,
          words: `model ${index}`,
          entry: { ...one.entry, model: `model-${index}` },
        }));
      },
    });
    await expect.element(screen.getByRole('status').getByText('3,000 prices')).toBeVisible();
    const table = screen.getByRole('table', { name: 'Prices' });
    await expect.element(table).toHaveAttribute('aria-rowcount', '3001');
    expect(table.element().querySelectorAll('tbody tr[data-index]').length).toBeLessThan(60);
    (screen.getByRole('button', { name: 'Show model 0', exact: true }).element() as HTMLElement).focus();
    await keys.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(screen.getByRole('button', { name: 'Show model 2', exact: true })).toHaveFocus();
    await keys.keyboard('{End}');
    await expect.element(screen.getByRole('button', { name: 'Show model 2999', exact: true })).toHaveFocus();
    await expect.element(screen.getByRole('button', { name: 'Show model 2999', exact: true })).toBeInViewport();
    expect(table.element().querySelectorAll('tbody tr[data-index]').length).toBeLessThan(60);
    await expectAccessible();
    await keys.keyboard('{Home}');
    await expect.element(screen.getByRole('button', { name: 'Show model 0', exact: true })).toBeInViewport();
  });

  test('a price by base rate can carry factors of its own', async () => {
    const { screen, keys, shell } = await openWindow({ at });
    await expect.element(screen.getByText('8 prices')).toBeVisible();
    await keys.keyboard('a');
    await screen.getByLabelText('Sold by').fill('Us');
    await screen.getByLabelText('Model', { exact: true }).fill('house');
    await screen.getByLabelText('Billed by').selectOptions('Base rate x R x F x M');
    await screen.getByLabelText('Base rate a second').fill('0.02');
    await screen.getByLabelText('R by resolution').fill('720p:1; 1080p:2');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Add the price' }).click();
    await screen.getByRole('button', { name: /^Show house/ }).click();
    await expect.element(screen.getByRole('dialog')).toHaveTextContent('its own: 720p 1, 1080p 2; 24 1, 30 1.1, 60 1.25');
    await screen.getByRole('button', { name: 'Put your own in its place' }).click();
    await expect.element(screen.getByLabelText('R by resolution')).toHaveValue('720p:1; 1080p:2');
    await screen.getByLabelText('R by resolution').fill('');
    await screen.getByLabelText('F by frames a second').fill('');
    await screen.getByLabelText('M by variant').fill('');
    await screen.getByRole('button', { name: 'Put it in its place' }).click();
    const sent = shell.calls.filter(({ command }) => command === 'add_price').at(-1);
    expect(sent?.args).toMatchObject({ columns: { base_rate: '0.02', resolution_factors: '' } });
  });

  test('what is wrong with a price stands beside its field', async () => {
    const { screen, keys } = await openWindow({ at });
    await expect.element(screen.getByText('8 prices')).toBeVisible();
    await keys.keyboard('a');
    await screen.getByLabelText('A second costs').fill('$1');
    await screen.getByRole('button', { name: 'Add the price' }).click();
    await expect.element(screen.getByText('"$1" is not a number such as 0.12.')).toBeVisible();
    await expect.element(screen.getByText('Expected who sells it.')).toBeVisible();
    await expectAccessible();
  });

  test('a price list says what it would do before it does it; one bad row keeps all out unless it is skipped', async () => {
    const { screen, keys, shell } = await openWindow({ at });
    await expect.element(screen.getByText('8 prices')).toBeVisible();
    await keys.keyboard('i');
    await expect.element(screen.getByText(/2 prices would be added, 1 of them in the place of a shipped one/)).toBeVisible();
    await expect.element(screen.getByRole('cell', { name: '$1', exact: true })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Import 2 prices' })).toBeDisabled();
    await expectAccessible();
    await screen.getByLabelText('Import the other rows all the same').click();
    await screen.getByRole('button', { name: 'Import 2 prices' }).click();
    await expect.poll(() => shell.calls.find(({ command }) => command === 'import_prices')?.args).toEqual({ selection_key: 'prices-1', skip_bad: true });
  });

  test('an exchange rate is entered with its date', async () => {
    const { screen } = await openWindow({ at });
    await screen.getByLabelText('One', { exact: true }).fill('EUR');
    await screen.getByLabelText('Is worth').fill('1.16');
    await screen.getByLabelText('On the day').fill('2026-11-20');
    await screen.getByRole('button', { name: 'Enter the rate' }).click();
    await expect.element(screen.getByRole('cell', { name: '1.16 USD' })).toBeVisible();
  });
});
