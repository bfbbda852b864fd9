import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { router } from '$lib/state/router.svelte';

describe('Pilots', () => {
  test('a card says how far the pilot is, and how sure its numbers are', async () => {
    const { screen } = await openWindow();
    const card = screen.getByRole('article').first();
    await expect.element(card).toHaveTextContent('50 of 50 generations');
    await expect.element(card).toHaveTextContent('16 %');
    await expect.element(card).toHaveTextContent('8.3 to 28.5 %');
    await expect.element(card).toHaveTextContent('$41.25');
    await expect.element(card).toHaveTextContent('$23.15 to $79.16');
    await expect.element(card).toHaveTextContent('Cannot be judged yet');
    await expectAccessible();
  });

  test('a pilot without attempts has no cost, rather than a cost of 0', async () => {
    const { screen } = await openWindow();
    const card = screen.getByRole('article').last();
    await expect.element(card).toHaveTextContent('too early to tell');
    await expect.element(card).not.toHaveTextContent('$0');
  });

  test('a library without pilots says what one is and how to begin', async () => {
    const { screen } = await openWindow({ empty: true });
    await expect.element(screen.getByText('No pilot yet')).toBeVisible();
    await expectAccessible();
    await screen.getByRole('button', { name: 'New pilot' }).last().click();
    await expect.element(screen.getByRole('dialog', { name: 'New pilot' })).toBeVisible();
  });

  test('what cannot be loaded says so and can be tried again', async () => {
    const { screen } = await openWindow({
      prepare: (shell) => {
        shell.failNext('pilots', { code: 'store', message: 'The library could not be read.', hint: 'Check its drive.' });
      },
    });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Check its drive.');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByText('Lake house, autumn reels')).toBeVisible();
  });

  test('a decision made elsewhere changes the numbers on the screen', async () => {
    const { screen, shell } = await openWindow();
    await expect.element(screen.getByRole('article').first()).toHaveTextContent('8 of 50');
    const approved = shell.world.generations.find(({ row }) => row.status === 'brand_review');
    if (approved) approved.row = { ...approved.row, status: 'approved_to_publish' };
    shell.emit('library-changed', { what: 'clips' });
    await expect.element(screen.getByRole('article').first()).toHaveTextContent('9 of 50');
  });
});

describe('a new pilot', () => {
  test('starts from the two-week pilot: 50 generations of social b-roll', async () => {
    const { screen, shell } = await openWindow();
    await screen.getByRole('button', { name: 'New pilot' }).click();
    await screen.getByLabelText('Name').fill('Spring reels');
    await screen.getByLabelText('A clip costs today (USD)').fill('95.50');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Create the pilot' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Spring reels' })).toBeVisible();
    expect(router.current.screen).toBe('pilot');
    expect(shell.calls).toContainEqual({
      command: 'create_pilot',
      args: {
        settings: {
          name: 'Spring reels',
          format: 'social_broll',
          channel: 'instagram_reel',
          target_generations: 50,
          shortest_seconds: '5',
          longest_seconds: '8',
          models: [],
          templates: [],
          benchmark: '95.50',
          benchmark_what: null,
          benchmark_source: null,
          budget: null,
          quality_bar: [
            { kind: 'usable_rate_at_least', rate: '0.1' },
            { kind: 'no_open_rights_rejections' },
            { kind: 'every_usable_clip_signed' },
          ],
          preset: 'two_week',
        },
      },
    });
  });

  test('an amount that is none is named before it is sent', async () => {
    const { screen } = await openWindow();
    await screen.getByRole('button', { name: 'New pilot' }).click();
    await screen.getByLabelText('Name').fill('Spring reels');
    await screen.getByLabelText('A clip costs today (USD)').fill('about 90');
    await expect.element(screen.getByText('Write a plain amount such as 120 or 41.25.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Create the pilot' })).toBeDisabled();
  });
});
