import type { CommandSpec, CommandTable } from '../spec';

const where = ['clips'] as const;

/** The ways through the grid: the key, and where it leads. */
const WAYS = {
  left: ['Left', 'to the left'],
  right: ['Right', 'to the right'],
  up: ['Up', 'a row up'],
  down: ['Down', 'a row down'],
  pageUp: ['PageUp', 'a page up'],
  pageDown: ['PageDown', 'a page down'],
  home: ['Home', 'to the first clip'],
  end: ['End', 'to the last clip'],
} as const;

export type Way = keyof typeof WAYS;
export const ways = Object.keys(WAYS) as Way[];

const inGrid = { where, group: 'Grid', keyOnly: true, repeats: true } as const;

/** Each way chooses the clip it leads to; with Shift the selection reaches there, and with Mod it stays as it is. */
const gridCommands = Object.fromEntries(
  ways.flatMap((way) => {
    const [key, words] = WAYS[way];
    return [
      [`clips.go.${way}`, { label: `Go ${words}`, keys: [key], ...inGrid }],
      [`clips.reach.${way}`, { label: `Select on ${words}`, keys: [`Shift+${key}`], ...inGrid }],
      [`clips.walk.${way}`, { label: `Go ${words}, selection kept`, keys: [`Mod+${key}`], ...inGrid }],
    ];
  }),
) as unknown as Record<`clips.${'go' | 'reach' | 'walk'}.${Way}`, CommandSpec>;

export const clipsCommands = {
  'clips.search': { label: 'Search clips', keys: ['/'], where, group: 'Clips' },
  'clips.select': { label: 'Select, or take out of the selection', keys: ['Space'], where, group: 'Clips', keyOnly: true },
  'clips.open': { label: 'Review', keys: ['Enter'], where, group: 'Clips' },
  'clips.compare': { label: 'Compare', keys: ['C'], where, group: 'Clips' },
  'clips.showFile': { label: 'Show file', keys: ['O'], where, group: 'Clips' },
  'clips.history': { label: 'Show its history', keys: ['H'], where, group: 'Clips' },
  'clips.brief': { label: 'Open its brief', keys: ['B'], where, group: 'Clips' },
  'clips.clear': { label: 'Clear selection', keys: ['Escape'], where, group: 'Clips' },
  'clips.clearFilter': { label: 'Show all clips', keys: ['Shift+Escape'], where, group: 'Clips' },
  ...gridCommands,
} as const satisfies CommandTable;
