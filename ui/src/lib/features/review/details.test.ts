import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ClipDetail, GenerationId } from '$lib/ipc';
import { openWindow, takesWithClips } from '../../../test/window';

test.each(['queue', 'chosen'])('a preview of the %s that is ready before its take is known is not missed', async (from) => {
  const [chosen] = takesWithClips() as [GenerationId];
  let answerFirst = (): void => undefined;
  let clipKey = '';
  const { shell } = await openWindow({
    at: { screen: 'review', ...(from === 'chosen' ? { generations: [chosen] } : {}) },
    prepare(mock) {
      const original = mock.clip_detail.bind(mock);
      const seen = new Set<GenerationId>();
      mock.clip_detail = async (args) => {
        const detail = await original(args);
        const first = clipKey === '' || (detail.row.clip?.clip_key === clipKey && !seen.has(args.generation_id));
        if (!first) return { ...detail, preview: { state: 'failed', failure: 'damaged' } };
        seen.add(args.generation_id);
        clipKey = detail.row.clip?.clip_key ?? '';
        const making: ClipDetail = { ...detail, preview: { state: 'making', percent: 99 } };
        return new Promise((answer) => (answerFirst = () => { answer(making); }));
      };
    },
  });
  await expect.poll(() => clipKey).not.toBe('');
  shell.emit('library-changed', { what: 'preview', clip_key: clipKey });
  await new Promise((settled) => setTimeout(settled, 50));
  answerFirst();
  await expect.element(page.getByRole('heading', { name: 'This file is damaged; none of its pictures can be read.' })).toBeVisible();
});
