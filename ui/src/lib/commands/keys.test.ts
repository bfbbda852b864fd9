import { describe, expect, test } from 'vitest';
import { keymap } from './keymap.svelte';
import { keycaps, matches, parseKey } from './keys';
import { commandIds, table } from './table';

const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init);
const none: ReadonlySet<string> = new Set();

describe('keys', () => {
  test('the transport goes by place: J lies where J lies on every layout', () => {
    expect(matches(parseKey('J'), press({ code: 'KeyJ', key: 'о' }), none, false)).toBe(true);
    expect(matches(parseKey('J'), press({ code: 'KeyC', key: 'j' }), none, false)).toBe(false);
  });

  test('chords go by the letter, with Command on a Mac', () => {
    const chord = parseKey('Mod+K');
    expect(matches(chord, press({ code: 'KeyT', key: 'k', ctrlKey: true }), none, false)).toBe(true);
    expect(matches(chord, press({ code: 'KeyK', key: 'k', metaKey: true }), none, true)).toBe(true);
    expect(matches(chord, press({ code: 'KeyK', key: 'k', ctrlKey: true }), none, true)).toBe(false);
  });

  test('a plain key is not its chord, and Shift tells one frame from ten', () => {
    expect(matches(parseKey('I'), press({ code: 'KeyI', key: 'i', ctrlKey: true }), none, false)).toBe(false);
    expect(matches(parseKey('Left'), press({ code: 'ArrowLeft', key: 'ArrowLeft', shiftKey: true }), none, false)).toBe(false);
    expect(matches(parseKey('Shift+Left'), press({ code: 'ArrowLeft', key: 'ArrowLeft', shiftKey: true }), none, false)).toBe(true);
  });

  test('K+J asks for K to be held', () => {
    const event = press({ code: 'KeyJ', key: 'j' });
    expect(matches(parseKey('K+J'), event, none, false)).toBe(false);
    expect(matches(parseKey('K+J'), event, new Set(['KeyK']), false)).toBe(true);
  });

  test('the question mark goes by the character, wherever a layout has it', () => {
    expect(matches(parseKey('?'), press({ code: 'Minus', key: '?', shiftKey: true }), none, false)).toBe(true);
  });

  test('digits count on the number pad too', () => {
    expect(matches(parseKey('3'), press({ code: 'Numpad3', key: '3' }), none, false)).toBe(true);
  });

  test('keycaps are written as the platform writes them', () => {
    expect(keycaps('Mod+Shift+I', false)).toEqual(['Ctrl', 'Shift', 'I']);
    expect(keycaps('Mod+Shift+I', true)).toEqual(['⌘', '⇧', 'I']);
  });
});

describe('the command table', () => {
  test('no key that works everywhere means something else on a screen', () => {
    const everywhere = commandIds.filter((id) => table[id].where === 'everywhere');
    for (const id of everywhere) {
      for (const key of table[id].keys) {
        const others = commandIds.filter((other) => other !== id && table[other].keys.includes(key));
        expect(others, `${key} is ${table[id].label}`).toEqual([]);
      }
    }
  });

  test('every command has a label', () => {
    for (const id of commandIds) expect(table[id].label).not.toBe('');
  });

  test('the keys that walk the grid are in it, and are not given away unseen', () => {
    expect(keymap.conflicts('clips.search', 'Left')).toEqual(['clips.go.left']);
    expect(keymap.conflicts('clips.open', 'Shift+PageDown')).toEqual(['clips.reach.pageDown']);
    expect(keymap.conflicts('review.play', 'PageDown')).toEqual([]);
  });
});
