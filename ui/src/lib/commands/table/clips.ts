import type { CommandTable } from '../spec';

export const clipsCommands = {} as const satisfies CommandTable;
