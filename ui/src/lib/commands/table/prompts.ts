import type { CommandTable } from '../spec';

const where = ['prompts'] as const;

export const promptsCommands = {
  'prompts.newTemplate': { label: 'New template', keys: ['T'], where, group: 'Prompts' },
  'prompts.newVersion': { label: 'New version', keys: ['N'], where, group: 'Prompts' },
  'prompts.rename': { label: 'Rename the template', keys: ['R'], where, group: 'Prompts' },
  'prompts.discard': { label: 'Discard this version', keys: [], where, group: 'Prompts' },
  'prompts.approve': { label: 'Approve, or take it back', keys: ['A'], where, group: 'Prompts' },
  'prompts.use': { label: 'Use for this brief', keys: ['Mod+Enter'], where, group: 'Prompts' },
  'prompts.brief': { label: 'Open the brief', keys: ['B'], where, group: 'Prompts' },
  'prompts.next': { label: 'Older version', keys: ['Down'], where, group: 'Prompts', repeats: true },
  'prompts.previous': { label: 'Newer version', keys: ['Up'], where, group: 'Prompts', repeats: true },
} as const satisfies CommandTable;
