import type { CommandTable } from '../spec';

export const reviewCommands = {} as const satisfies CommandTable;
