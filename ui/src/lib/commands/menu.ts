/** The menu bar, from the same table as the keys and the palette. */

import type { MenuSection } from '$lib/ipc';
import { keymap } from './keymap.svelte';
import { keycaps } from './keys';
import { commandIds, table, type CommandId } from './table';

/** The menus from left to right; a group that is not named here has no menu. */
const MENUS = ['Library', 'Go to', 'Review', 'Clips', 'App'];

/** The key of a command in words: `Ctrl+K`; null where it has none. */
export function printed(id: CommandId, mac: boolean): string | null {
  const key = keymap.of(id)[0];
  return key ? keycaps(key, mac).join('+') : null;
}

export function menuSections(canRun: (id: CommandId) => boolean, mac: boolean): MenuSection[] {
  return MENUS.map((label) => ({
    label,
    items: commandIds
      .filter((id) => table[id].group === label)
      .map((id) => ({
        id,
        label: table[id].label,
        keys: printed(id, mac),
        enabled: canRun(id),
      })),
  })).filter((section) => section.items.length > 0);
}
