/** The menu bar, from the same table as the keys and the palette. */

import { ipc, type MenuCommand, type MenuSection } from '$lib/ipc';
import { notices } from '$lib/state/notices.svelte';
import { menus } from './groups';
import { keymap } from './keymap.svelte';
import { keycaps } from './keys';
import { commandIds, table, type CommandId } from './table';

/** The key of a command in words: `Ctrl+K`; null where it has none. */
export function printed(id: CommandId, mac: boolean): string | null {
  const key = keymap.of(id)[0];
  return key ? keycaps(key, mac).join('+') : null;
}

/** Every command but those that only make sense as a key. */
export function menuSections(canRun: (id: CommandId) => boolean, mac: boolean): MenuSection[] {
  const itemsOf = (group: string): MenuCommand[] =>
    commandIds
      .filter((id) => table[id].group === group && !table[id].keyOnly)
      .map((id) => ({ id, label: table[id].label, keys: printed(id, mac), enabled: canRun(id) }));
  return Object.entries(menus).map(([label, groups]) => ({
    label,
    groups: groups.map(itemsOf).filter((items) => items.length > 0),
  }));
}

/** What can be done changes with every key in some rooms; the shell hears of it when that has settled. */
const SETTLE_MS = 200;

/** Tells the shell what the menu bar says, where it says something else than before. */
export class MenuBar {
  #told = '';
  #latest: MenuSection[] = [];
  #settling: ReturnType<typeof setTimeout> | undefined;

  say(sections: MenuSection[]): void {
    this.#latest = sections;
    // The first one at once, so that the page below it does not move.
    if (this.#told === '') void this.#tell();
    else if (this.#settling === undefined) this.#settling = setTimeout(() => void this.#tell(), SETTLE_MS);
  }

  async #tell(): Promise<void> {
    this.#settling = undefined;
    const text = JSON.stringify(this.#latest);
    if (text === this.#told) return;
    this.#told = text;
    try {
      await ipc.set_menu({ sections: this.#latest });
    } catch (thrown) {
      notices.problem(thrown);
    }
  }
}
