import type { CommandTable } from '../spec';

const where = ['brief'] as const;

/** Chords: whoever writes a brief is typing. */
export const briefCommands = {
  'brief.revise': { label: 'Make a revision', keys: ['Mod+S'], where, group: 'Brief' },
  'brief.discard': { label: 'Back to the last revision', keys: [], where, group: 'Brief' },
  'brief.prompt': { label: 'Its prompt', keys: ['Mod+P'], where, group: 'Brief' },
  'brief.duplicate': { label: 'Duplicate', keys: ['Mod+D'], where, group: 'Brief' },
  'brief.export': { label: 'Export as JSON', keys: ['Mod+Shift+E'], where, group: 'Brief' },
} as const satisfies CommandTable;
