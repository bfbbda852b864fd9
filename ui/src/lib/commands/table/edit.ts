import type { CommandTable } from '../spec';

const where = ['edit'] as const;

export const editCommands = {
  'edit.add': { label: 'Add edited version', keys: ['A'], where, group: 'Edit' },
  'edit.done': { label: 'Done', keys: ['D'], where, group: 'Edit' },
  'edit.undo': { label: 'Undo', keys: ['U'], where, group: 'Edit' },
  'edit.minutes': { label: 'Enter minutes', keys: ['N'], where, group: 'Edit' },
  'edit.compare': { label: 'Beside the original, or alone', keys: ['C'], where, group: 'Edit' },
  'edit.newer': { label: 'Newer version', keys: [']'], where, group: 'Edit' },
  'edit.older': { label: 'Older version', keys: ['['], where, group: 'Edit' },
  'edit.showFile': { label: 'Show file', keys: ['O'], where, group: 'Edit' },
  'edit.history': { label: 'Show its history', keys: ['H'], where, group: 'Edit' },
  'edit.next': { label: 'Next clip', keys: ['Down'], where, group: 'Edit', repeats: true },
  'edit.previous': { label: 'Previous clip', keys: ['Up'], where, group: 'Edit', repeats: true },
  'edit.play': { label: 'Play or pause', keys: ['Space'], where, group: 'Edit' },
  'edit.frameBack': { label: 'One frame back', keys: ['Left'], where, group: 'Edit', repeats: true },
  'edit.frameOn': { label: 'One frame on', keys: ['Right'], where, group: 'Edit', repeats: true },
} as const satisfies CommandTable;
