import { describe, expect, test } from 'vitest';
import { openWindow, type MockIpc } from '../../test/window';
import { router } from '$lib/state/router.svelte';
import { menuSections } from './menu';
import { commandIds, table } from './table';

const everything = menuSections(() => true, false);
const items = everything.flatMap(({ groups }) => groups.flat());

/** What the shell was told, the latest last. */
const told = (shell: MockIpc) =>
  shell.calls.filter(({ command }) => command === 'set_menu').map(({ args }) => (args as { sections: typeof everything }).sections);

describe('the menu bar', () => {
  test('has every command once, but for those that only make sense as a key', () => {
    expect(items.map(({ id }) => id).toSorted()).toEqual(commandIds.filter((id) => !table[id].keyOnly).toSorted());
  });

  test('has no empty menu, and none that says the same twice', () => {
    for (const { label, groups } of everything) {
      const labels = groups.flat().map((item) => item.label);
      expect(labels, label).not.toEqual([]);
      expect(new Set(labels).size, label).toBe(labels.length);
    }
  });

  test('says on every screen what can be done there, and tells the shell once for a burst of changes', async () => {
    const { shell } = await openWindow({ at: { screen: 'pilots' } });
    await expect.poll(() => told(shell).length).toBe(1);
    router.go({ screen: 'clips' });
    router.go({ screen: 'prices' });
    const enabled = () =>
      told(shell)
        .at(-1)!
        .flatMap(({ groups }) => groups.flat())
        .flatMap(({ id, enabled: can }) => (can ? [id] : []));
    await expect.poll(enabled).toContain('prices.add');
    expect(enabled()).not.toContain('clips.search');
    expect(told(shell).length).toBeLessThan(5);
  });
});
