import type { CommandTable } from '../spec';

const where = ['clips'] as const;

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
} as const satisfies CommandTable;
