import type { Screen } from '$lib/state/router.svelte';

/** One thing a person can do, written down once: keys, palette, menu and the key card all read this. */
export interface CommandSpec {
  label: string;
  /** Written as in `keys.ts`; the first is the one printed on buttons. */
  keys: readonly string[];
  /** The screens it works on. */
  where: 'everywhere' | readonly Screen[];
  /** The heading it stands under in the key card. */
  group: string;
  /** Whether a held key repeats it, as for stepping frames. */
  repeats?: boolean;
  /** Left out of the palette: it only makes sense as a key. */
  keyOnly?: boolean;
}

export type CommandTable = Record<string, CommandSpec>;
