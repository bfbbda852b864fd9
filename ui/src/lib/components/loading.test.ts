import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../test/axe';
import { openWindow, type MockIpc } from '../../test/window';
import type { Ipc } from '$lib/ipc';
import { dialogs } from '$lib/state/dialogs.svelte';
import type { Route } from '$lib/state/router.svelte';

const PROBLEM = { code: 'library', message: 'The library could not be read.', hint: 'Check the disk, then try again.' };
const pilot: Route = { screen: 'pilot', id: 'pl_0001' };
const settings: Route = { screen: 'settings' };
const brief: Route = { screen: 'brief', id: 'bf_2025_001' };
const estimate = (tab: 'plan' | 'calculator' | 'buckets' | 'licences'): Route => ({ screen: 'estimate', tab });

/** What is fetched where, and the words that would be a lie while it could not be. */
const fetched: [what: string, at: Route, command: keyof Ipc, lie?: string][] = [
  ['the pilots', { screen: 'pilots' }, 'pilots', 'No pilot yet'],
  ['the briefs of a pilot', pilot, 'briefs', 'No brief counts here yet'],
  ['the overhead of a pilot', pilot, 'overhead', 'Nothing was entered'],
  ['the facets of the clips', { screen: 'clips', filter: {} }, 'clip_facets'],
  ['the people in the settings', settings, 'people'],
  ['what opens the gates', settings, 'gate_rules'],
  ['the checklists', settings, 'checklists'],
  ['the pilots whose makers may sign', settings, 'pilots'],
  ['the people of a plan', estimate('plan'), 'people'],
  ['the tiers of the calculator', estimate('calculator'), 'price_tiers'],
  ['the prices side by side', estimate('calculator'), 'compare_prices'],
  ['what the buckets come to', estimate('buckets'), 'price_buckets'],
  ['the licence bands', estimate('licences'), 'licence_bands', 'No licence bands yet'],
  ['the placeholders of a template', { screen: 'prompts' }, 'prompt_placeholders'],
  ['the briefs a template is read for', { screen: 'prompts' }, 'briefs'],
  ['the prompts that logs name', { screen: 'prompts' }, 'named_prompts'],
  ['the templates beside a brief', brief, 'templates', 'No template yet'],
  ['the presets of a brief', brief, 'brief_presets'],
  ['the people of the history', { screen: 'history' }, 'people'],
  ['the briefs of the history', { screen: 'history' }, 'briefs'],
];

const asked = (shell: MockIpc, command: keyof Ipc) => shell.calls.filter((call) => call.command === command).length;

describe('what could not be fetched', () => {
  test.each(fetched)('%s: says so, is not taken for empty, and is asked for again', async (_, at, command, lie) => {
    const { shell } = await openWindow({
      at,
      prepare: (shell) => {
        shell.failNext(command, PROBLEM);
      },
    });
    const told = page.getByRole('alert').filter({ hasText: PROBLEM.message });
    await expect.element(told).toHaveTextContent(PROBLEM.hint);
    if (lie) expect(page.getByText(lie).elements()).toHaveLength(0);
    await expectAccessible();
    const before = asked(shell, command);
    await told.getByRole('button', { name: 'Try again' }).click();
    await expect.element(told).not.toBeInTheDocument();
    expect(asked(shell, command)).toBeGreaterThan(before);
  });

  test('who is working: says so in its dialog, and is asked for again', async () => {
    const { shell } = await openWindow();
    shell.failNext('people', PROBLEM);
    dialogs.show({ kind: 'person' });
    const dialog = page.getByRole('dialog', { name: 'Who is working?' });
    await expect.element(dialog.getByRole('alert')).toHaveTextContent(PROBLEM.message);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.element(dialog.getByRole('button', { name: /Maya Lindqvist/ })).toBeVisible();
  });
});

describe('what is on its way', () => {
  const never = () => new Promise<never>(() => undefined);

  test.each<[where: string, at: Route, command: 'pilots' | 'briefs', words: string]>([
    ['on a screen', { screen: 'pilots' }, 'pilots', 'Reading the pilots …'],
    ['in a card', pilot, 'briefs', 'Reading the briefs …'],
  ])('says so %s', async (_, at, command, words) => {
    await openWindow({ at, prepare: (shell) => (shell[command] = never) });
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test('says so in a dialog', async () => {
    await openWindow({ prepare: (shell) => (shell.people = never) });
    dialogs.show({ kind: 'person' });
    await expect.element(page.getByText('Reading who is here …')).toBeVisible();
  });
});
