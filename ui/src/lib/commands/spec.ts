import type { Screen } from '$lib/state/router.svelte';
import type { Group } from './groups';

/** One thing a person can do, written down once: keys, palette, menu and the key card all read this. */
export interface CommandSpec {
  label: string;
  /** Written as in `keys.ts`; the first is the one printed on buttons. */
  keys: readonly string[];
  /** The screens it works on. */
  where: 'everywhere' | readonly Screen[];
  /** The heading it stands under in the key card, and with it the menu. */
  group: Group;
  /** Whether a held key repeats it, as for stepping frames. */
  repeats?: boolean;
  /** Left out of the palette and the menus: it only makes sense as a key. */
  keyOnly?: boolean;
}

export type CommandTable = Record<string, CommandSpec>;
