import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { judged, openRoom, waiting } from '../../../../test/review';
import { takesWithClips, type MockIpc } from '../../../../test/window';

const zoom = () => page.getByRole('group', { name: 'Zoom' });
const exposure = () => page.getByRole('group', { name: 'Exposure' });
const briefOf = (shell: MockIpc, id: string) => shell.world.generations.find(({ row }) => row.generation_id === id)!.row.brief_id;
const settled = () => new Promise((done) => setTimeout(done, 800));

test('in a queue over several briefs each is compared as it was left, and none writes over another', async () => {
  const { shell, keys } = await openRoom({
    prepare: ({ world }) => {
      world.generations.filter(({ row }) => row.status === 'review_pending')[1]!.row.brief_id = 'bf_2025_003';
    },
  });
  const [first, second] = waiting(shell) as [string, string];
  const [one, other] = [briefOf(shell, first), briefOf(shell, second)];
  expect(one).not.toBe(other);
  await expect.poll(judged).toBe(first);
  await keys.keyboard('==');
  await expect.element(zoom()).toHaveTextContent('156 %');
  await keys.keyboard('{ArrowDown}');
  await expect.poll(judged).toBe(second);
  await expect.element(zoom()).toHaveTextContent('100 %');
  await keys.keyboard('{Shift>}={/Shift}');
  await expect.element(exposure()).toHaveTextContent('+⅓');
  await keys.keyboard('{ArrowUp}');
  await expect.poll(judged).toBe(first);
  await expect.element(zoom()).toHaveTextContent('156 %');
  await expect.element(exposure()).toHaveTextContent('Exposure 0');
  await settled();
  expect(shell.world.compared.get(one)).toMatchObject({ zoom: 1.5625, exposure: 0 });
  expect(shell.world.compared.get(other)).toMatchObject({ zoom: 1 });
  expect(shell.world.compared.get(other)?.exposure).toBeCloseTo(1 / 3);
});

test('choosing another list takes up what is remembered, and does not write the fresh table over it', async () => {
  const { shell, keys } = await openRoom();
  const [first] = waiting(shell) as [string];
  await expect.poll(judged).toBe(first);
  await keys.keyboard('==');
  await expect.poll(() => shell.world.compared.get(briefOf(shell, first))?.zoom).toBe(1.5625);
  await keys.keyboard('q');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect.poll(judged).toBe(first);
  await settled();
  await expect.element(zoom()).toHaveTextContent('156 %');
  expect(shell.world.compared.get(briefOf(shell, first))).toMatchObject({ zoom: 1.5625 });
});

test('what is remembered is not written over when it could not be read', async () => {
  const { shell, keys } = await openRoom({
    prepare: (mock) => {
      mock.failNext('compare_state', { code: 'database_error', message: 'The database refused.', hint: 'Try again.' });
    },
  });
  await expect.element(page.getByText('The database refused.')).toBeVisible();
  await keys.keyboard('==');
  await expect.element(zoom()).toHaveTextContent('156 %');
  await settled();
  expect(shell.world.compared.size).toBe(0);
});

test('which two of four are wiped is remembered with the rest', async () => {
  const ids = takesWithClips().slice(0, 4);
  const { shell, keys } = await openRoom({ generations: ids });
  const pair = () => [...document.querySelectorAll('.words .who')].map((who) => who.textContent.replace(', judged next', '').trim());
  await expect.poll(pair).toEqual(ids);
  await keys.keyboard('3w4');
  await expect.poll(pair).toHaveLength(2);
  const wiped = pair();
  expect(wiped).toContain(`B ${ids[3]}`);
  const brief = briefOf(shell, ids[0]!);
  await expect.poll(() => shell.world.compared.get(brief)?.pair?.at(-1)).toBe(ids[3]);
  const { router } = await import('$lib/state/router.svelte');
  router.go({ screen: 'clips' });
  await expect.element(page.getByRole('heading', { name: 'Clips' })).toBeVisible();
  router.go({ screen: 'review', generations: ids });
  await expect.poll(() => document.querySelector('.stage.wipe')).not.toBeNull();
  await expect.poll(pair).toEqual(wiped);
});

test('looking from one take to another of a mixed selection changes nothing of how they are compared', async () => {
  const ids = takesWithClips().slice(0, 2);
  const { shell, keys } = await openRoom({ generations: ids });
  expect(briefOf(shell, ids[0]!)).not.toBe(briefOf(shell, ids[1]!));
  await expect.poll(judged).toBe(ids[0]);
  await keys.keyboard('==2');
  await expect.poll(judged).toBe(ids[1]);
  await expect.element(zoom()).toHaveTextContent('156 %');
});
