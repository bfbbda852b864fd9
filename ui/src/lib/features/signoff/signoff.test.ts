import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible } from '../../../test/axe';
import { countedMedia, countedPreview, CUT, WHOLE } from '../../../test/counted';
import { openWindow } from '../../../test/window';
import type { Stroke, VersionView } from '$lib/ipc';
import { app } from '$lib/state/app.svelte';

type Open = Awaited<ReturnType<typeof openWindow>>;
type MockIpc = Open['shell'];

/** The desk with Ines, the brand reviewer, at it. */
async function desk(prepare?: (shell: MockIpc) => void): Promise<Open> {
  const open = await openWindow({
    at: { screen: 'sign-off' },
    prepare: (shell) => {
      const ines = shell.world.people.find(({ role }) => role === 'brand_reviewer') ?? null;
      if (shell.world.start.library) shell.world.start.library = { ...shell.world.start.library, current_person: ines };
      prepare?.(shell);
    },
  });
  await expect.element(page.getByRole('complementary', { name: 'Sign-off' })).toBeVisible();
  return open;
}

const waiting = (shell: MockIpc) => shell.world.generations.filter(({ row }) => row.status === 'brand_review').map(({ row }) => row.generation_id);
const sent = (shell: MockIpc, command: string) => shell.calls.filter((call) => call.command === command).map((call) => call.args);
const subject = () => document.querySelector('aside h2')?.textContent ?? '';
const gates = () => page.getByRole('region', { name: 'Gates' });

describe('the sign-off desk', () => {
  let shell: MockIpc;
  let keys: Open['keys'];
  let first: string;
  let second: string;

  beforeEach(async () => {
    ({ shell, keys } = await desk());
    [first = '', second = ''] = waiting(shell);
    await expect.poll(subject).toBe(first);
  });

  test('every gate is answered by a key, then S signs just these bytes, and the next clip is there', async () => {
    await expect.element(page.getByText('5 gates are still open.')).toBeVisible();
    for (let answered = 0; answered < 5; answered += 1) {
      await keys.keyboard('p');
      await expect.poll(() => sent(shell, 'answer_gate').length).toBe(answered + 1);
      await expect.poll(() => document.querySelectorAll('.gate.passed').length).toBe(answered + 1);
    }
    await expectAccessible();
    await keys.keyboard('s');
    await expect.element(page.getByRole('dialog', { name: `Sign ${first} as Ines Duarte` })).toBeVisible();
    await expectAccessible();
    await page.getByLabelText('Note').fill('for the spring drop');
    await keys.keyboard('{Enter}');
    await expect.poll(subject).toBe(second);
    expect(sent(shell, 'sign')).toMatchObject([{ request: { generation_id: first, person_id: 'pe_0003', passphrase: null, note: 'for the spring drop' } }]);
  });

  test('what was noted at a frame stands beside the gates', async () => {
    await shell.add_note({
      request: {
        generation_id: first,
        clip_key: null,
        person_id: 'pe_0001',
        text: { range: { first: 3, last: 5 }, category: 'product', body: 'the label turns', strokes: [] },
      },
    });
    await expect.element(page.getByRole('button', { name: /the label turns frames 3 to 5, .*product/ })).toBeVisible();
    await expectAccessible();
  });

  test('a gate fails with a reason and does not apply with a why; neither goes without words', async () => {
    await keys.keyboard('x');
    await expect.element(page.getByRole('dialog', { name: 'Brand fit fails' })).toBeVisible();
    await keys.keyboard('{Enter}');
    await expect.element(page.getByText('Write it in a few words.')).toBeVisible();
    await page.getByLabelText('What is wrong').fill('the rim is red');
    await keys.keyboard('{Enter}');
    await expect.element(gates().getByText(/Failed: the rim is red/)).toBeVisible();
    await keys.keyboard('n');
    await page.getByLabelText('Why not').fill('no product is shown');
    await keys.keyboard('{Enter}');
    await expect.element(gates().getByText(/Does not apply: no product is shown/)).toBeVisible();
    expect(sent(shell, 'answer_gate')).toMatchObject([
      { request: { gate: 'brand_fit', answer: { answer: 'failed', reason: 'the rim is red' } } },
      { request: { gate: 'product_accuracy', answer: { answer: 'not_applicable', why: 'no product is shown' } } },
    ]);
    await expect.element(page.getByRole('button', { name: 'Sign', exact: true })).toBeDisabled();
    await keys.keyboard('b');
    await expect.element(page.getByLabelText(/What has to change/)).toHaveValue('Brand fit: the rim is red');
    await expectAccessible();
    await keys.keyboard('{Escape}');
  });

  test('sending back and rejecting ask for a reason and name where the clip goes', async () => {
    await keys.keyboard('b');
    await page.getByRole('button', { name: 'Send back', exact: true }).last().click();
    await expect.poll(subject).toBe(second);
    await keys.keyboard('r');
    await expect.element(page.getByRole('dialog', { name: `Reject ${second} for the brand` })).toBeVisible();
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect.element(page.getByText('Nothing waits for a signature')).toBeVisible();
    await expectAccessible();
    expect(sent(shell, 'decide')).toMatchObject([
      { request: { decision: { kind: 'move_to', status: 'needs_revision' }, expected_status: 'brand_review' } },
      { request: { decision: { kind: 'move_to', status: 'rejected_brand_fit' } } },
    ]);
  });

  test('the sheet goes out for everything or for this clip', async () => {
    await keys.keyboard('h');
    await page.getByText('Rows').click();
    await page.getByText(first, { exact: true }).last().click();
    await expectAccessible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(page.getByText(/The sign-off sheet is written to/)).toBeVisible();
    expect(sent(shell, 'export_sign_off_sheet')).toEqual([{ subject: { kind: 'generations', generations: [first] }, format: 'csv' }]);
  });
});

describe('what the desk says', () => {
  test('a signature that fell says whose it was and why, and a changed file cannot be signed', async () => {
    const { shell } = await desk(({ world }) => {
      const one = world.generations.find(({ row }) => row.status === 'brand_review');
      if (!one) throw new Error('nothing waits');
      const id = one.row.generation_id;
      world.desk.changed.add(id);
      world.desk.signOffs.set(id, [
        {
          version: 1, content_hash: '0'.repeat(64), person_id: 'pe_0003', person_name: 'Ines Duarte', passphrase_checked: true, note: null,
          at: '2026-11-19T09:00:00.000000Z', voided_at: '2026-11-20T09:00:00.000000Z', void_reason: 'file_changed',
        },
      ]);
    });
    await expect.element(page.getByText('The signature of Ines Duarte fell.')).toBeVisible();
    await expect.element(page.getByText('Its file holds other bytes than those that were judged.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: `${waiting(shell)[0]}, its signature fell` })).toBeVisible();
    await expectAccessible();
    await app.setAppearance('light');
    await expectAccessible();
    await app.setAppearance('dark');
  });

  test('who made a clip, or may not sign at all, is told so and offered nothing', async () => {
    const { shell } = await desk(({ world }) => {
      const one = world.generations.find(({ row }) => row.status === 'brand_review');
      world.desk.makers.set(one?.row.generation_id ?? '', ['pe_0003']);
    });
    await expect.element(page.getByText('You made this clip or a version of it. Somebody else signs it.')).toBeVisible();
    const maya = shell.world.people[0]!;
    await app.choosePerson(maya);
    await expect.element(page.getByText('Only a brand reviewer or an owner answers gates and signs.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Pass/ })).toBeDisabled();
  });

  test('a wrong passphrase is told in the dialog, which stays; the right one signs', async () => {
    const { shell, keys } = await desk(({ world }) => {
      world.desk.passphrases.set('pe_0003', 'tea at dusk');
      world.people = world.people.map((person) => (person.id === 'pe_0003' ? { ...person, has_passphrase: true } : person));
      if (world.start.library) world.start.library = { ...world.start.library, current_person: world.people[2] ?? null };
      world.desk.rules = world.desk.rules.map((rule) => ({ ...rule, condition: { ...rule.condition, always: false } }));
      world.desk.checklists = [];
    });
    const [first] = waiting(shell);
    await keys.keyboard('s');
    await page.getByLabelText('Passphrase').fill('wrong');
    await keys.keyboard('{Enter}');
    await expect.element(page.getByText('This is not Ines Duarte\'s passphrase.')).toBeVisible();
    await expectAccessible();
    await page.getByLabelText('Passphrase').fill('tea at dusk');
    await keys.keyboard('{Enter}');
    await expect.poll(subject).not.toBe(first);
    expect(shell.world.desk.signOffs.get(first ?? '')?.[0]).toMatchObject({ passphrase_checked: true });
  });
});

describe('versions on the desk', () => {
  const BOX: Stroke = { kind: 'box', from: { x: 0.25, y: 0.25 }, to: { x: 0.75, y: 0.75 } };
  let keys: Open['keys'];

  /** A clip in its fifth version, which is cut; every version can be played, and the first was drawn on at frame 40. */
  beforeEach(async () => {
    const media = await countedMedia((clipKey) => !clipKey.includes('-v'));
    let noted = Promise.resolve<unknown>(null);
    let id = '';
    ({ keys } = await desk((mock) => {
      media(mock);
      const row = mock.world.generations.find((one) => one.row.status === 'brand_review')?.row;
      id = row?.generation_id ?? '';
      const earlier = [1, 2, 3, 4].map((version): VersionView => ({
        clip_key: `${row?.clip?.clip_key ?? ''}-v${version}`,
        version,
        content_hash: String(version).repeat(64),
        aspect_permille: 1778,
        preview: countedPreview(WHOLE),
        made_by: null,
        at: '2026-11-19T09:00:00Z',
      }));
      mock.world.desk.earlier.set(id, earlier);
      const view = mock.desk.bind(mock);
      mock.desk = async (args) => {
        const answer = await view(args);
        const versions = answer.versions.map((one) => (one.clip_key.includes('-v') ? one : { ...one, version: 5, preview: countedPreview(CUT) }));
        return { ...answer, versions };
      };
      const text = { range: { first: 40, last: 41 }, category: null, body: '', strokes: [BOX] };
      const request = { generation_id: id, clip_key: earlier[0]?.clip_key ?? null, person_id: 'pe_0003', text };
      noted = mock.add_note({ request });
    }));
    await noted;
    await expect.poll(subject).toBe(id);
  });

  test('a note leads to its frame of its own version, with what is drawn there, though the current one is shorter', async () => {
    await expect.element(page.getByText(`of ${CUT}`)).toBeVisible();
    await page.getByRole('button', { name: /^Drawn on the frame frames 40 to 41 on version 1/ }).click();
    await expect.element(page.getByText(`frame 40 of ${WHOLE}`)).toBeVisible();
    await expect.element(page.getByText('Version 1, not the one that is signed')).toBeVisible();
    await expect.element(page.getByRole('img', { name: '1 stroke on this frame' })).toBeVisible();
    await expectAccessible();
  });

  test('any version is shown on the same frame, however old it is', async () => {
    await expect.element(page.getByText(`of ${CUT}`)).toBeVisible();
    await keys.keyboard('{Home}');
    await expect.element(page.getByText(`frame 0 of ${CUT}`)).toBeVisible();
    await keys.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await expect.element(page.getByText(`frame 10 of ${CUT}`)).toBeVisible();
    await page.getByRole('button', { name: /^Version 1/ }).click();
    await expect.element(page.getByText(`frame 10 of ${WHOLE}`)).toBeVisible();
    await keys.keyboard('v');
    await expect.element(page.getByText(`frame 10 of ${CUT}`)).toBeVisible();
  });
});
