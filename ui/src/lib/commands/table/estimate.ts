import type { CommandTable } from '../spec';

const where = ['estimate'] as const;

/** Chords: whoever plans a run is typing. */
export const estimateCommands = {
  'estimate.savePlan': { label: 'Save the plan', keys: ['Mod+S'], where, group: 'Estimate' },
  'estimate.addModel': { label: 'Compare another model', keys: ['Mod+Shift+A'], where, group: 'Estimate' },
} as const satisfies CommandTable;
