import { expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';

test('whoever works now is chosen from the status bar', async () => {
  const { screen } = await openWindow();
  await screen.getByRole('button', { name: /Maya Lindqvist/ }).click();
  await expect.element(screen.getByRole('dialog', { name: 'Who is working?' })).toBeVisible();
  await expectAccessible();
  await screen.getByRole('button', { name: 'Tom Okafor Producer' }).click();
  await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Tom Okafor');
});

test('the first person of a new library writes their own name', async () => {
  const { screen, shell } = await openWindow({
    empty: true,
    prepare: ({ world }) => {
      world.people = [];
      if (world.start.library) world.start.library = { ...world.start.library, current_person: null };
    },
  });
  await screen.getByRole('button', { name: 'Who is working?' }).click();
  await screen.getByLabelText('Name').fill('Jo Berg');
  await screen.getByLabelText('Role').selectOptions('Reviewer');
  await screen.getByRole('button', { name: 'That is me' }).click();
  await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Jo Berg');
  expect(shell.calls).toContainEqual({
    command: 'add_person',
    args: { name: 'Jo Berg', role: 'reviewer', hourly_rate: null },
  });
});
