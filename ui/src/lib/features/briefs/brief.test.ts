import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';
import { router } from '$lib/state/router.svelte';

const at = { screen: 'brief', id: 'bf_2025_001' } as const;

describe('a brief where it is written', () => {
  test('shows every field as it stands, and is accessible in the dark and in the light', async () => {
    const { screen, keys } = await openWindow({ at });
    await expect.element(screen.getByLabelText('Goal')).toHaveValue('Morning coffee on the lake house terrace');
    await expect.element(screen.getByLabelText('Length in seconds')).toHaveValue('6');
    await expect.element(screen.getByText('Everything is in revision 2.')).toBeVisible();
    await expect.element(screen.getByText(/covers about 14 % at the top, 35 % at the bottom/)).toBeVisible();
    await expect.element(screen.getByRole('region', { name: 'The prompt' })).toHaveTextContent('A 6 second social_broll clip');
    await expectAccessible();
    await keys.keyboard('{Control>}{Shift>}L{/Shift}{/Control}');
    await expectAccessible();
  });

  test('keeps what is typed at once, as a draft, and makes a revision when told to', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    await screen.getByLabelText('Mood').fill('bright');
    await expect.element(screen.getByText('Saved as a draft. It becomes revision 3 when it is used, or when you say so.')).toBeVisible();
    expect(shell.world.briefs.get('bf_2025_001')?.draft?.form.mood).toBe('bright');
    await keys.keyboard('{Control>}s{/Control}');
    await expect.element(screen.getByText('Everything is in revision 3.')).toBeVisible();
    expect(shell.world.briefs.get('bf_2025_001')?.revisions).toHaveLength(3);
  });

  test('what does not read is named beside its field, kept, and no revision', async () => {
    const { screen, shell } = await openWindow({ at });
    await screen.getByLabelText('Length in seconds').fill('six');
    await expect.element(screen.getByText('Expected a number of seconds above 0 and at most 3600; this is "six".')).toBeVisible();
    await expect.element(screen.getByLabelText('Length in seconds')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(screen.getByRole('button', { name: 'Make revision 3' })).toBeDisabled();
    expect(shell.world.briefs.get('bf_2025_001')?.draft?.form.duration_seconds).toBe('six');
    await expectAccessible();
  });

  test('a shape the channel does not show is told, and taken over with one press', async () => {
    const { screen } = await openWindow({ at });
    await screen.getByLabelText('Aspect ratio').fill('16:9');
    await expect.element(screen.getByText('This channel shows 9:16; 16:9 would be cropped or boxed.')).toBeVisible();
    await screen.getByRole('button', { name: /^As Instagram reel shows it/ }).click();
    await expect.element(screen.getByLabelText('Aspect ratio')).toHaveValue('9:16');
  });

  test('entries come and go with the keyboard, and half an entry is kept too', async () => {
    const { screen, shell, keys } = await openWindow({ at });
    const field = screen.getByLabelText('Must be seen', { exact: true }).and(screen.getByRole('textbox'));
    await field.fill('a blue rim');
    await expect.poll(() => shell.world.briefs.get('bf_2025_001')?.draft?.form.unfinished['must_include']).toBe('a blue rim');
    await keys.keyboard('{Enter}');
    await expect.element(screen.getByRole('list', { name: 'Must be seen' })).toHaveTextContent('a blue rim');
    await screen.getByRole('button', { name: 'Remove steam' }).click();
    await expect.poll(() => shell.world.briefs.get('bf_2025_001')?.draft?.form.must_include).toEqual(['low sun', 'a blue rim']);
  });

  test('the square says what AI video is good for, and which gates open', async () => {
    const { screen } = await openWindow({ at });
    await expect.element(screen.getByText(/A clip that fails costs little/)).toBeVisible();
    await screen.getByRole('radio', { name: 'high risk, high consistency: Keep traditional production primary' }).click();
    await expect.element(screen.getByText(/Shoot it, and use AI video to prepare/)).toBeVisible();
    await screen.getByLabelText('Shown in a paid campaign').click();
    await screen.getByLabelText('Health').click();
    const gates = screen.getByRole('region', { name: 'Gates' });
    await expect.element(gates).toHaveTextContent('Platform ad policy because it is paid for');
    await expect.element(gates).toHaveTextContent('Sensitive category because of its sensitive category');
  });

  test('two revisions are held against each other, and an old one can be written on from', async () => {
    const { screen } = await openWindow({ at });
    const revisions = screen.getByRole('region', { name: 'Revisions' });
    await expect.element(revisions).toHaveTextContent('9 attempts ran with it');
    await expect.element(revisions).toHaveTextContent('calm, warm');
    await screen.getByRole('button', { name: 'Write on from revision 1' }).click();
    await expect.element(screen.getByLabelText('Mood')).toHaveValue('calm');
    await screen.getByRole('button', { name: 'Back to the last revision' }).click();
    await expect.element(screen.getByLabelText('Mood')).toHaveValue('calm, warm');
    await screen.getByRole('button', { name: 'Bring the draft back' }).click();
    await expect.element(screen.getByLabelText('Mood')).toHaveValue('calm');
  });

  test('a duplicate begins with everything, under a name of its own', async () => {
    const { screen, keys } = await openWindow({ at });
    await expect.element(screen.getByLabelText('Goal')).toBeVisible();
    await keys.keyboard('{Control>}d{/Control}');
    await expect.element(screen.getByRole('heading', { name: 'bf_2026_004' })).toBeVisible();
    await expect.element(screen.getByLabelText('Scene')).toHaveValue('A cup on a wooden rail, the lake behind it');
  });

  test('what could not be saved says so and can be saved again', async () => {
    const { screen, shell } = await openWindow({ at });
    await expect.element(screen.getByLabelText('Mood')).toHaveValue('calm, warm');
    shell.failNext('keep_brief_draft', { code: 'disk_error', message: 'The disk is full.', hint: 'Free some space.' });
    await screen.getByLabelText('Mood').fill('dim');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('The disk is full.');
    await screen.getByRole('button', { name: 'Save again' }).click();
    await expect.poll(() => shell.world.briefs.get('bf_2025_001')?.draft?.form.mood).toBe('dim');
  });

  test('a new brief is begun on the page of its pilot, and leads back there', async () => {
    const { screen, shell } = await openWindow({ at: { screen: 'pilot', id: 'pl_0001' } });
    await screen.getByRole('button', { name: 'New brief' }).click();
    await expect.element(screen.getByRole('heading', { name: 'bf_2026_004' })).toBeVisible();
    expect(shell.world.briefPilots.get('bf_2026_004')).toBe('pl_0001');
    await expect.element(screen.getByLabelText('Goal')).toHaveValue('');
    await screen.getByRole('button', { name: 'Back', exact: true }).click();
    expect(router.current.screen).toBe('pilot');
  });

  test('says what its attempts cost so far, and follows them as they come in and are judged', async () => {
    const { screen, shell } = await openWindow({ at });
    const money = screen.getByRole('region', { name: 'The money so far' });
    const own = shell.world.generations.filter(({ row }) => row.brief_id === 'bf_2025_001');
    await expect.element(money).toHaveTextContent(new RegExp(`Attempts ${own.length}`));
    await expect.element(money).toHaveTextContent('No plan says what a usable clip of it should cost.');
    const [last] = own;
    if (last) last.row = { ...last.row, cost: null, cost_basis: null };
    shell.emit('library-changed', { what: 'clips' });
    await expect.element(money).toHaveTextContent('at least $');
    await expect.element(money).toHaveTextContent('what 1 attempt cost is unknown');
    await expectAccessible();
  });

  test('holds the cost of a usable clip against what its plan expected, no more surely than the interval allows', async () => {
    const { screen } = await openWindow({ at: { screen: 'estimate', brief: 'bf_2025_001' } });
    await screen.getByLabelText('Name', { exact: true }).first().fill('kling');
    await screen.getByLabelText('Price', { exact: true }).first().selectOptions('per_generation');
    await screen.getByLabelText('Price of a generation').fill('0.6');
    for (const rate of screen.getByLabelText('Or an hour costs').all()) await rate.fill('60');
    await screen.getByLabelText('Name of the plan').fill('Spring');
    await screen.getByRole('button', { name: 'Save the plan' }).click();
    await expect.element(screen.getByRole('list', { name: 'Plans of this pilot' })).toHaveTextContent('Spring');
    await screen.getByRole('button', { name: 'Open bf_2025_001' }).click();
    const money = screen.getByRole('region', { name: 'The money so far' });
    await expect.element(money).toHaveTextContent(/“Spring” expected \$\d+\.\d\d per usable clip \(likely \$/);
    await expect.element(money).toHaveTextContent(/too early to tell whether it holds|even at the (upper|lower) end/);
    await screen.getByRole('button', { name: 'Plan a run' }).click();
    await expect.element(screen.getByLabelText('Brief', { exact: false }).first()).toHaveValue('bf_2025_001');
  });

  test('a brief without attempts has spent nothing, and says so', async () => {
    const { screen } = await openWindow({ at: { screen: 'pilot', id: 'pl_0001' } });
    await screen.getByRole('button', { name: 'New brief' }).click();
    await expect.element(screen.getByText('No attempt yet, so nothing was spent.')).toBeVisible();
  });

  test('a brief that is not there says so', async () => {
    const { screen } = await openWindow({ at: { screen: 'brief', id: 'bf_none' } });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('There is no brief bf_none.');
  });
});
