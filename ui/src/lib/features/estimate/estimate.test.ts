import { expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { router } from '$lib/state/router.svelte';
import { app } from '$lib/state/app.svelte';
import { shareOfPercent } from './plan/plan-fields.svelte';

const at = { screen: 'estimate' } as const;

type Opened = Awaited<ReturnType<typeof openWindow>>;

/** Says a price and an hourly rate, so that everything about the first model is known. */
async function fillIn({ screen }: Opened): Promise<void> {
  await screen.getByLabelText('Name', { exact: true }).first().fill('kling');
  await screen.getByLabelText('Price', { exact: true }).first().selectOptions('per_generation');
  await screen.getByLabelText('Price of a generation').fill('0.6');
  for (const rate of screen.getByLabelText('Or an hour costs').all()) await rate.fill('60');
}

test('the Estimate screen is one key away', async () => {
  const { screen, keys } = await openWindow();
  await expect.element(screen.getByRole('navigation')).toBeVisible();
  await keys.keyboard('{Control>}6{/Control}');
  await expect.poll(() => router.current.screen).toBe('estimate');
  await expect.element(screen.getByRole('heading', { name: 'Estimate', exact: true })).toBeVisible();
});

test('a plan is worked out as one types: cost with its range, generations needed, what matters most', async () => {
  const opened = await openWindow({ at });
  await fillIn(opened);
  const answer = opened.screen.getByRole('region', { name: 'What the run will cost' });
  await expect.element(answer).toHaveTextContent('Cost per usable clip, expected');
  await expect.element(answer.getByRole('img', { name: /Twenty equally likely outcomes/ })).toBeVisible();
  await expect.element(answer.getByRole('table', { name: 'Generations needed' })).toHaveTextContent('95 %');
  await expect.element(answer.getByRole('listitem', { name: /^Usable rate\./ })).toBeVisible();
  await expect.element(answer).toHaveTextContent('editing and brand review are spent only on clips that pass');
  await expectAccessible();
  app.appearance = 'light';
  document.documentElement.dataset['appearance'] = 'light';
  await expectAccessible();
  document.documentElement.dataset['appearance'] = 'dark';
});

test('an unknown price leaves the total unknown and says what is missing', async () => {
  const { screen } = await openWindow({ at });
  const name = screen.getByLabelText('Name', { exact: true }).first();
  await name.fill('no such model');
  await screen.getByLabelText('Price', { exact: true }).first().selectOptions('catalogue');
  const answer = screen.getByRole('region', { name: 'What the run will cost' });
  await expect.element(answer.getByText(/What no such model costs is unknown/)).toBeVisible();
  await expect.element(answer).toHaveTextContent('at least');
  await expectAccessible();
});

test('what cannot be meant is refused in words, and the answer comes back with the correction', async () => {
  const opened = await openWindow({ at });
  await fillIn(opened);
  const { screen } = opened;
  const guess = screen.getByLabelText('About, in %').first();
  await guess.fill('160');
  await expect.element(screen.getByRole('alert')).toHaveTextContent('between 0 and 1');
  await guess.fill('16');
  await expect.element(screen.getByText('Cost per usable clip, expected')).toBeVisible();
});

test('the tornado is walked with the arrow keys and read as a table', async () => {
  const opened = await openWindow({ at });
  await fillIn(opened);
  const { screen, keys } = opened;
  const first = screen.getByRole('listitem', { name: /^Usable rate\./ });
  await expect.element(first).toBeVisible();
  (first.element() as SVGElement).focus();
  await keys.keyboard('{ArrowDown}');
  await expect.element(screen.getByRole('listitem', { name: /^Review minutes\./ })).toHaveFocus();
  await screen.getByRole('button', { name: 'Table' }).click();
  await expect.element(screen.getByRole('table', { name: 'What the cost of a usable clip hangs on' })).toHaveTextContent('Usable rate');
  await expectAccessible();
});

test('a second model is compared by its usable clip, and left out again', async () => {
  const opened = await openWindow({ at });
  await fillIn(opened);
  const { screen } = opened;
  await screen.getByRole('button', { name: 'Compare another model' }).click();
  const second = screen.getByRole('group', { name: 'Model 2' });
  await second.getByLabelText('Name', { exact: true }).fill('veo-3.1');
  await expect.element(screen.getByRole('table', { name: 'Models by cost per usable clip' })).toHaveTextContent('veo-3.1');
  await screen.getByRole('button', { name: 'Leave model 2 out' }).click();
  await expect.element(screen.getByRole('table', { name: 'Models by cost per usable clip' })).not.toHaveTextContent('veo-3.1');
});

test('a plan is saved with its pilot and frozen by hand', async () => {
  const opened = await openWindow({ at: { screen: 'estimate', pilot: 'pl_0002' } });
  await fillIn(opened);
  const { screen, shell } = opened;
  await screen.getByLabelText('Name of the plan').fill('Spring');
  await screen.getByRole('button', { name: 'Save the plan' }).click();
  await expect.element(screen.getByRole('list', { name: 'Plans of this pilot' })).toHaveTextContent('Spring');
  await screen.getByRole('button', { name: 'Freeze Spring' }).click();
  await expect.element(screen.getByRole('list', { name: 'Plans of this pilot' })).toHaveTextContent('Frozen');
  expect(shell.calls.filter(({ command }) => command === 'save_plan')).toHaveLength(1);
  await expectAccessible();
});

test('a model is added and the plan saved without leaving the keyboard', async () => {
  const { screen, keys, shell } = await openWindow({ at });
  const answer = screen.getByRole('region', { name: 'What the run will cost' });
  await expect.element(answer.getByRole('button', { name: 'Save the plan' })).toBeEnabled();
  await keys.keyboard('{Control>}{Shift>}a{/Shift}{/Control}');
  const second = screen.getByRole('group', { name: 'Model 2' });
  await expect.element(second.getByLabelText('Name', { exact: true })).toHaveFocus();
  await keys.keyboard('veo-3.1{Control>}s{/Control}');
  await expect.element(screen.getByRole('list', { name: 'Plans of this pilot' })).toHaveTextContent('Plan 1');
  const [sent] = shell.calls.filter(({ command }) => command === 'save_plan');
  expect(sent?.args).toMatchObject({ request: { draft: { models: [{}, { name: 'veo-3.1' }] } } });
  await screen.getByRole('button', { name: 'Leave model 2 out' }).click();
});

test('a brief fills the plan in: its length, its size, what is known of its format; the plan is saved with it', async () => {
  const opened = await openWindow({ at });
  const { screen, shell } = opened;
  await screen.getByLabelText('Price', { exact: true }).first().selectOptions('catalogue');
  await screen.getByLabelText('Resolution').first().fill('720p');
  await screen.getByLabelText('Brief', { exact: false }).first().selectOptions('bf_2025_002: Rain on the window, blanket and book');
  await expect.element(screen.getByText('Social b-roll, for Instagram reel, 6 s, 9:16, 1080p, 30 frames per second')).toBeVisible();
  await expect.element(screen.getByLabelText('What is known of its usable rate').first()).toHaveValue('format:social_broll');
  await expect.element(screen.getByLabelText('Resolution').first()).toHaveValue('1080p');
  await expect.element(screen.getByLabelText('Frames a second').first()).toHaveValue('30');
  await fillIn(opened);
  await screen.getByLabelText('Seconds of a clip').fill('8');
  await screen.getByRole('button', { name: 'Save the plan' }).click();
  await expect.element(screen.getByRole('list', { name: 'Plans of this pilot' })).toHaveTextContent('bf_2025_002');
  const sent = shell.calls.find(({ command }) => command === 'save_plan')?.args;
  expect(sent).toMatchObject({ request: { pilot_id: 'pl_0001', draft: { brief_id: 'bf_2025_002', seconds: '8' } } });
  await expectAccessible();
  // Another pilot's plan is not for it, and what is typed stays.
  await screen.getByLabelText('Pilot', { exact: true }).selectOptions('pl_0002');
  await expect.element(screen.getByLabelText('Brief', { exact: false }).first()).toHaveValue('');
  await expect.element(screen.getByLabelText('Seconds of a clip')).toHaveValue('8');
});

test('the screen opened for a brief plans that brief, with its pilot', async () => {
  const { screen } = await openWindow({ at: { screen: 'estimate', brief: 'bf_2025_003' } });
  await expect.element(screen.getByRole('button', { name: 'Open bf_2025_003' })).toBeVisible();
  await expect.element(screen.getByLabelText('Pilot', { exact: true })).toHaveValue('pl_0001');
  await expect.element(screen.getByLabelText('A clip costs today')).toHaveValue('120');
});

test('without a pilot the plan can be made, and says where it would be kept', async () => {
  const { screen } = await openWindow({ at, empty: true });
  await expect.element(screen.getByText('A plan is kept with a pilot')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'New pilot' })).toBeEnabled();
});

test.each([
  ['16', '0.16'],
  ['8.25', '0.0825'],
  ['100', '1'],
  ['0', '0'],
  ['0.5', '0.005'],
  ['sixteen', 'sixteen'],
])('%s percent is the share %s', (percent, share) => {
  expect(shareOfPercent(percent)).toBe(share);
});
