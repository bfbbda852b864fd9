import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { expectAccessible } from '../../../test/axe';

describe('first start', () => {
  test('offers the sample pilot, a new library, an open one, and those opened before', async () => {
    const { screen } = await openWindow({ closed: true });
    for (const name of ['Explore the sample pilot', 'New library', 'Open a library']) {
      await expect.element(screen.getByRole('button', { name })).toBeEnabled();
    }
    await expect.element(screen.getByRole('button', { name: /Nordlys Coffee, spring.*Connect its drive/ })).toBeDisabled();
    await expectAccessible();
  });

  test('makes the sample pilot while its progress shows, then opens it', async () => {
    const { screen } = await openWindow({ closed: true });
    await screen.getByRole('button', { name: 'Explore the sample pilot' }).click();
    await expect.element(screen.getByRole('progressbar')).toBeVisible();
    await expectAccessible();
    await expect.element(screen.getByRole('heading', { name: 'Pilots' })).toBeVisible();
  });

  test('cancelling the sample pilot leads back to the choice, and is no error', async () => {
    const { screen } = await openWindow({
      closed: true,
      prepare: (shell) => {
        shell.holdWork();
      },
    });
    await screen.getByRole('button', { name: 'Explore the sample pilot' }).click();
    await screen.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(screen.getByRole('button', { name: 'New library' })).toBeVisible();
    expect(screen.getByRole('alert').elements()).toHaveLength(0);
  });

  test('a new library asks for its name and its currency, then for the folder', async () => {
    const { screen, shell } = await openWindow({ closed: true });
    await screen.getByRole('button', { name: 'New library' }).click();
    await expect.element(screen.getByRole('button', { name: 'Choose the folder' })).toBeDisabled();
    await screen.getByLabelText('Name').fill('Nordlys Coffee');
    await screen.getByLabelText('Currency').selectOptions('EUR');
    await expectAccessible();
    await screen.getByRole('button', { name: 'Choose the folder' }).click();
    await expect.element(screen.getByText('No pilot yet')).toBeVisible();
    expect(shell.calls).toContainEqual({ command: 'create_library', args: { name: 'Nordlys Coffee', currency: 'EUR' } });
  });

  test('a library that cannot be opened says why and what to do', async () => {
    const { screen, shell } = await openWindow({ closed: true });
    shell.failNext('open_library', {
      code: 'library_newer',
      message: 'This library was written by a newer Circletake.',
      hint: 'Update Circletake, then open it again.',
    });
    await screen.getByRole('button', { name: 'Open a library' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('newer Circletake. Update Circletake');
  });
});

describe('a start with a library', () => {
  test('says which one is being opened, and shows it once it is', async () => {
    let open: () => void = () => undefined;
    const { screen } = await openWindow({
      prepare: ({ world }) => {
        const { library } = world.start;
        world.start.library = null;
        world.start.opening = { name: 'Nordlys Coffee', folder: '/home/maya/Nordlys' };
        world.begun = new Promise<void>((resolve) => {
          open = () => {
            world.start.library = library;
            resolve();
          };
        });
      },
    });
    await expect.element(screen.getByRole('status')).toHaveTextContent('Opening Nordlys Coffee … /home/maya/Nordlys');
    await expectAccessible();
    open();
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Sample pilot');
  });

  test('that cannot be opened says why on the first screen', async () => {
    const { screen } = await openWindow({
      closed: true,
      prepare: ({ world }) => {
        world.start.opening = { name: null, folder: '/home/maya/Nordlys' };
        world.start.problem = { code: 'library_newer', message: 'A newer Circletake wrote this library.', hint: 'Update Circletake.' };
      },
    });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('A newer Circletake wrote this library.');
    await expect.element(screen.getByRole('button', { name: 'New library' })).toBeVisible();
  });

  test('whose settings were damaged says where they are kept', async () => {
    const { screen, shell } = await openWindow({
      prepare: ({ world }) => {
        world.problems = [{ code: 'settings_damaged', message: 'The settings were set aside as settings.damaged.json.', hint: 'Open your library by its folder.' }];
      },
    });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('set aside as settings.damaged.json');
    shell.world.problems = [{ code: 'settings_not_saved', message: 'The settings could not be saved.', hint: 'Make room.' }];
    shell.emit('problem-told', null);
    await expect.element(screen.getByText('The settings could not be saved.')).toBeVisible();
  });
});

describe('a later start', () => {
  const tea = { what: 'library', folder: '/home/maya/Fjord Tea' } as const;

  test('opens its library in the window that is there', async () => {
    const { screen, shell } = await openWindow();
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Sample pilot');
    shell.world.askedFor = tea;
    shell.emit('library-asked-for', null);
    await expect.element(screen.getByText('Fjord Tea is open here now.')).toBeVisible();
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Fjord Tea');
  });

  test('waits for a word where somebody is in the middle of something', async () => {
    const { screen, shell, keys } = await openWindow();
    await expect.element(screen.getByRole('article').first()).toBeVisible();
    await keys.keyboard('{Control>}n{/Control}');
    const dialog = screen.getByRole('dialog', { name: 'New pilot' });
    await dialog.getByLabelText('Name').fill('Half a pilot');
    shell.world.askedFor = tea;
    shell.emit('library-asked-for', null);
    await expect.element(screen.getByText(/The library \/home\/maya\/Fjord Tea was asked for/)).toBeVisible();
    await expect.element(dialog.getByLabelText('Name')).toHaveValue('Half a pilot');
    expect(shell.calls.some(({ command }) => command === 'open_asked_for')).toBe(false);
    await keys.keyboard('{Escape}');
    await screen.getByRole('button', { name: 'Open it here' }).click();
    await expect.element(screen.getByRole('contentinfo')).toHaveTextContent('Fjord Tea');
  });

  test('with the sample makes it, also from the first screen', async () => {
    const { screen } = await openWindow({
      closed: true,
      prepare: ({ world }) => {
        world.askedFor = { what: 'sample' };
      },
    });
    await expect.element(screen.getByRole('progressbar')).toBeVisible();
    await expect.element(screen.getByText('Sample pilot is open here now.')).toBeVisible();
  });
});

test('files dropped where no library is open are answered with what they need', async () => {
  const { screen, shell } = await openWindow({ closed: true });
  shell.emit('drag-over', true);
  await expect.element(screen.getByRole('heading', { name: 'No library is open' })).toBeVisible();
  shell.emit('clips-dropped', { selection_key: 'dropped', files: 1, bytes: 10, sample_names: ['a.mp4'] });
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Open one or make a new one, then drop them again.');
});
