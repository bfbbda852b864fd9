import type { CommandTable } from '../spec';

const where = ['history'] as const;

export const historyCommands = {
  'history.search': { label: 'Search the history', keys: ['/'], where, group: 'History' },
  'history.open': { label: 'Show the clip', keys: ['Enter'], where, group: 'History' },
  'history.export': { label: 'Export the history', keys: ['X'], where, group: 'History' },
  'history.clearFilter': { label: 'Show all moves', keys: ['Shift+Escape'], where, group: 'History' },
} as const satisfies CommandTable;
