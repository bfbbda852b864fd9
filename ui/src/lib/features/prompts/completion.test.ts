import { describe, expect, test } from 'vitest';
import { completed, completions, openingAt } from './completion';

const known = [
  { name: 'mood', label: '' },
  { name: 'must_include', label: '' },
  { name: 'must_avoid', label: '' },
  { name: 'camera_direction', label: '' },
];

describe('completing a placeholder', () => {
  test('begins behind two braces and ends where the name does', () => {
    expect(openingAt('A {{mo', 6)).toEqual({ start: 4, typed: 'mo' });
    expect(openingAt('A {{mood}} and', 14)).toBeUndefined();
    expect(openingAt('plain', 5)).toBeUndefined();
  });

  test('offers what begins so before what only holds it', () => {
    expect(completions(known, 'm').map(({ name }) => name)).toEqual(['mood', 'must_include', 'must_avoid', 'camera_direction']);
    expect(completions(known, 'avoid').map(({ name }) => name)).toEqual(['must_avoid']);
  });

  test('closes the braces once, whether they were closed already or not', () => {
    const open = { start: 4, typed: 'mo' };
    expect(completed('A {{mo, then', 6, open, 'mood')).toEqual({ text: 'A {{mood}}, then', caret: 10 });
    expect(completed('A {{mo}}, then', 6, open, 'mood')).toEqual({ text: 'A {{mood}}, then', caret: 10 });
  });
});
