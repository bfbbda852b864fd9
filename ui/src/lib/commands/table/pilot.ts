import type { CommandTable } from '../spec';

const where = ['pilot'] as const;

export const pilotCommands = {
  'pilot.settings': { label: 'Pilot settings', keys: ['S'], where, group: 'Pilot' },
  'pilot.report': { label: 'Write the report', keys: ['R'], where, group: 'Pilot' },
} as const satisfies CommandTable;
