import { describe, expect, test } from 'vitest';
import { dropAnswer, type WindowNow } from './drop-rule';

const desk = { title: 'Drop the edited clip', text: 'It becomes the next version.', take: () => undefined };
const idle: WindowNow = { library: true, readOnly: false, modals: 0, taker: undefined };

describe('what becomes of a drop', () => {
  test.each<[string, Partial<WindowNow>, string]>([
    ['is an import where nobody else has a use for it', {}, 'import'],
    ['goes to the screen that has a use for it', { taker: desk }, 'take'],
    ['is refused without a library', { library: false }, 'refuse'],
    ['is refused while a dialog is open, on every screen', { modals: 1, taker: desk }, 'refuse'],
    ['is refused where nothing can be written', { readOnly: true }, 'refuse'],
    ['is refused where the screen lacks something for it', { taker: { ...desk, refusal: () => ({ title: 'No clip', text: 'Choose one.' }) } }, 'refuse'],
    ['is taken once the screen lacks nothing', { taker: { ...desk, refusal: () => undefined } }, 'take'],
  ])('%s', (_name, now, kind) => {
    const answer = dropAnswer({ ...idle, ...now });
    expect(answer.kind).toBe(kind);
    expect(answer.text).toMatch(/\.$/);
  });
});
