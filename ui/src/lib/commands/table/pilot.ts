import type { CommandTable } from '../spec';

const where = ['pilot'] as const;

export const pilotCommands = {
  'pilot.settings': { label: 'Pilot settings', keys: ['S'], where, group: 'Pilot' },
} as const satisfies CommandTable;
