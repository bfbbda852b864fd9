import type { ClipDetail } from '$lib/ipc';
import { describe, expect, test } from 'vitest';
import { openWindow } from '../../../test/window';
import { differences, differencesAmong, noPicture, normalisations, normalisedAmong, scaling, size } from './picture-words';

async function example(): Promise<ClipDetail> {
  const { shell } = await openWindow();
  return shell.clip_detail({ generation_id: 'gen_00002' });
}

describe('what is said of a picture', () => {
  test('names everything that was changed on the way to it', async () => {
    const detail = await example();
    const preview = { ...detail.preview, normalised: ['rotated', 'constant_rate', 'tone_mapped'] } as ClipDetail['preview'];
    expect(normalisations({ ...detail, preview })).toEqual([
      'turned upright',
      'variable rate shown at its average',
      'HDR shown in standard range',
    ]);
  });

  test('of several, says once what was done to all of them, and names those it was done to', async () => {
    const detail = await example();
    const normalised = (...words: string[]) => ({ ...detail, preview: { ...detail.preview, normalised: words } as ClipDetail['preview'] });
    const named = [
      { name: 'A', detail: normalised('scaled', 'rotated') },
      { name: 'B', detail: normalised('scaled') },
    ];
    expect(normalisedAmong(named)).toEqual(['scaled down', 'turned upright: A']);
    const nine = Array.from({ length: 9 }, (_, at) => ({ name: `Take ${at}`, detail: at < 5 ? normalised('tone_mapped') : normalised() }));
    expect(normalisedAmong(nine)).toEqual(['HDR shown in standard range: 5 of 9']);
  });

  test('says how large it is on the screen, measured on what is shown', async () => {
    const detail = await example();
    const preview = { ...detail.preview, state: 'ready', width: 960, height: 540 } as ClipDetail['preview'];
    expect(scaling({ ...detail, preview }, false, 1440)).toBe('150 %');
    expect(scaling({ ...detail, preview }, true, detail.facts!.display_width)).toBe('100 %');
    expect(scaling(detail, false, 0)).toBe('');
  });

  test('gives the size of what is on screen, not of the file behind it', async () => {
    const detail = await example();
    expect(size(detail, false)).toBe('960×540');
    expect(size(detail, true)).toBe('1920×1080');
  });

  test('where there is none, it says why and what to do next', async () => {
    const detail = await example();
    const clip = detail.row.clip!;
    const cases: [Partial<ClipDetail>, RegExp, boolean][] = [
      [{ preview: { state: 'waiting' } }, /waits its turn/, true],
      [{ preview: { state: 'making', percent: 10 } }, /being made/, true],
      [{ preview: { state: 'failed', failure: 'truncated' } }, /stops before the clip ends/, false],
      [{ preview: { state: 'put_off', failure: 'disk_error' } }, /disk could not be read or written/, false],
      [{ row: { ...detail.row, clip: { ...clip, file: 'missing' } } }, /not there any more/, false],
      [{ row: { ...detail.row, clip: { ...clip, file: 'changed' } } }, /other bytes/, false],
      [{ row: { ...detail.row, clip: { ...clip, file: 'not_here' } } }, /not on this machine/, false],
      [{ row: { ...detail.row, clip: null }, error_message: 'quota exceeded' }, /quota exceeded/, false],
    ];
    for (const [change, words, waits] of cases) {
      const nothing = noPicture({ ...detail, ...change });
      expect(nothing?.message).toMatch(words);
      expect(nothing?.hint).not.toBe('');
      expect(nothing?.waits).toBe(waits);
    }
    expect(noPicture(detail)).toBeNull();
  });

  test('two clips that differ in size, rate and length are said to be made alike', async () => {
    const detail = await example();
    const facts = detail.facts!;
    const other = { ...detail, facts: { ...facts, display_width: 1080, display_height: 1920, frame_rate: '30000/1001', duration_us: 5_000_000 } };
    expect(differences({ ...detail, facts: { ...facts, duration_us: 6_000_000 } }, other)).toEqual([
      'sizes 1920×1080 and 1080×1920, each fitted to its place',
      '24 fps and 29.97 fps, matched by time',
      'the right one is 1.00 s shorter and waits on its last frame',
    ]);
    expect(differences(detail, detail)).toEqual([]);
    expect(differencesAmong([detail, detail, detail])).toEqual([]);
    expect(differencesAmong([detail, other, { ...detail, facts: { ...facts, duration_us: 9_000_000 } }])).toEqual([
      '2 sizes, each fitted to its place',
      '2 frame rates, matched by time',
      'shorter ones wait on their last frame',
    ]);
  });
});
