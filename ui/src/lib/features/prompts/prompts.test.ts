import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { router } from '$lib/state/router.svelte';

const at = { screen: 'prompts', template: 'tpl_lake_house', brief: 'bf_2025_001' } as const;

describe('Prompts', () => {
  test('a version stands beside its numbers and how it reads for a brief, in the dark and in the light', async () => {
    const { screen, keys } = await openWindow({ at });
    await expect.element(screen.getByRole('heading', { name: 'Lake house, version 2' })).toBeVisible();
    await expect.element(screen.getByText(/It was used, so its words never change/)).toBeVisible();
    const versions = screen.getByRole('list', { name: 'Versions of Lake house' });
    await expect.element(versions).toHaveTextContent('approved by Maya Lindqvist');
    await expect.element(versions).toHaveTextContent(/% usable, likely .* of 30/);
    await expect.element(versions).toHaveTextContent('per usable clip');
    await expect.element(screen.getByRole('region', { name: 'The prompt' })).toHaveTextContent('A cup on a wooden rail, the lake behind it, calm, warm.');
    await expect.element(screen.getByText('Complete: it can be sent as it stands.')).toBeVisible();
    await expect.element(screen.getByText(/the template does not ask for: channel, format/)).toBeVisible();
    await expectAccessible();
    await keys.keyboard('{Control>}{Shift>}L{/Shift}{/Control}');
    await expectAccessible();
  });

  test('two versions are held against each other, and nobody is called better too early', async () => {
    const { screen } = await openWindow({ at });
    const compare = screen.getByRole('region', { name: 'Compare' });
    await expect.element(compare).toHaveTextContent('Too early to tell: B beats A with a probability of 62 %.');
    await expect.element(compare).toHaveTextContent('A {{duration_seconds}} second');
  });

  test('a new version begins with the words of this one and is written at once', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await expect.element(screen.getByRole('heading', { name: 'Lake house, version 2' })).toBeVisible();
    await keys.keyboard('n');
    await expect.element(screen.getByRole('heading', { name: 'Lake house, version 3' })).toBeVisible();
    const words = screen.getByLabelText('Words of the template');
    await words.fill('{{scene}} at dawn');
    const open = () => shell.world.templates.all.find((one) => one.id === 'tpl_lake_house')?.versions[0]?.body;
    await expect.poll(open).toBe('{{scene}} at dawn');
    await screen.getByRole('button', { name: 'Discard this version' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Lake house, version 2' })).toBeVisible();
  });

  test('two braces offer what a brief can fill in, by keyboard', async () => {
    const { screen, keys } = await openWindow({ at: { screen: 'prompts', template: 'tpl_built_in', brief: 'bf_2025_001' } });
    const words = screen.getByLabelText('Words of the template');
    await words.fill('');
    await words.click();
    await keys.keyboard('{{{{mus');
    await expect.element(screen.getByRole('option', { name: /^must_include/ })).toHaveAttribute('aria-selected', 'true');
    await expectAccessible();
    await keys.keyboard('{ArrowDown}{Enter}');
    await expect.element(words).toHaveValue('{{must_avoid}}');
  });

  test('unknown and unfilled placeholders are named, with what was probably meant', async () => {
    const { screen } = await openWindow({ at: { screen: 'prompts', template: 'tpl_built_in', brief: 'bf_2025_002' } });
    await screen.getByLabelText('Words of the template').fill('{{sceen}} and {{scene}}');
    const lacks = screen.getByRole('status', { name: 'What the prompt lacks' });
    await expect.element(lacks).toHaveTextContent('{{sceen}} in line 1 is no field of a brief. Is {{scene}} meant?');
    await expect.element(lacks).toHaveTextContent('This brief leaves {{scene}} empty.');
    await expect.element(screen.getByRole('button', { name: 'Use for this brief' })).toBeDisabled();
    await expect.element(screen.getByRole('button', { name: 'Approve' })).toBeDisabled();
  });

  test('a version is approved by the person who is working, and the approval can be taken back', async () => {
    const { screen } = await openWindow({ at: { screen: 'prompts', template: 'tpl_built_in' } });
    await screen.getByRole('button', { name: 'Approve' }).click();
    await expect.element(screen.getByText(/It was approved by Maya Lindqvist, so its words never change/)).toBeVisible();
    await screen.getByRole('button', { name: 'Take the approval back' }).click();
    await expect.element(screen.getByLabelText('Words of the template')).not.toHaveAttribute('readonly');
  });

  test('using a prompt settles its words and names it', async () => {
    const { screen } = await openWindow({ at: { screen: 'prompts', template: 'tpl_built_in', brief: 'bf_2025_001' } });
    await screen.getByRole('button', { name: 'Use for this brief' }).click();
    await expect.element(screen.getByText(/pr_00001 version 1 is kept, for revision 2 of bf_2025_001/)).toBeVisible();
    await expect.element(screen.getByText(/It was used, so its words never change/)).toBeVisible();
  });

  test('tags and variants file a version without changing a word', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await screen.getByLabelText('Tags', { exact: true }).and(screen.getByRole('textbox')).fill('winter');
    await keys.keyboard('{Enter}');
    const version = () => shell.world.templates.all.find((one) => one.id === 'tpl_lake_house')?.versions[0];
    await expect.poll(() => version()?.tags).toEqual(['autumn', 'winter']);
    await screen.getByLabelText('Variant of').fill('hook');
    await keys.keyboard('{Tab}');
    await expect.poll(() => version()?.variant_group).toBe('hook');
    await expect.element(screen.getByText('It is variant B.')).toBeVisible();
  });

  test('a template is made by its name, and the brief is one key away', async () => {
    const { screen, keys } = await openWindow({ at: { screen: 'prompts', brief: 'bf_2025_001' } });
    await screen.getByRole('button', { name: 'New template' }).click();
    await screen.getByLabelText('Name').fill('Winter hook');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Create' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Winter hook, version 1' })).toBeVisible();
    (document.activeElement as HTMLElement | null)?.blur();
    await keys.keyboard('b');
    await expect.poll(() => router.current).toEqual({ screen: 'brief', id: 'bf_2025_001' });
  });

  test('prompts that only logs name are listed with their rates', async () => {
    const { screen } = await openWindow({
      at,
      prepare: (shell) => {
        shell.world.namedPrompts = [
          { id: 'pr_00007', version: 'v3', total: 50, usable: 8, usable_rate: '0.16', usable_rate_interval: ['0.0834', '0.2851'] },
        ];
      },
    });
    const table = screen.getByRole('table', { name: 'Prompts of logs' });
    await expect.element(table).toHaveTextContent('pr_00007');
    await expect.element(table).toHaveTextContent('16 %');
    await expectAccessible();
  });

  test('what cannot be loaded says so and can be tried again', async () => {
    const { screen } = await openWindow({
      at,
      prepare: (shell) => {
        shell.failNext('templates', { code: 'store', message: 'The library could not be read.', hint: 'Check its drive.' });
      },
    });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Check its drive.');
    await screen.getByRole('button', { name: 'Try again' }).click();
    await expect.element(screen.getByRole('heading', { name: 'Lake house, version 2' })).toBeVisible();
  });

  test('the standing exclusions are a setting and stand in every prompt', async () => {
    const { screen, shell } = await openWindow({ at: { screen: 'settings' } });
    await screen.getByLabelText('A line each').fill('No logos.\n\nNo hands.');
    await screen.getByRole('region', { name: 'Standing exclusions' }).getByRole('button', { name: 'Keep' }).click();
    await expect.element(screen.getByText('2 exclusions stand in every prompt from now on.')).toBeVisible();
    expect(shell.world.templates.exclusions).toEqual(['No logos.', 'No hands.']);
    await expectAccessible();
  });
});
