/** Every command of the app. Screens give them something to run with `handle`. */

import type { CommandSpec } from '../spec';
import { appCommands } from './app';
import { briefCommands } from './briefs';
import { clipsCommands } from './clips';
import { compareCommands } from './compare';
import { editCommands } from './edit';
import { estimateCommands } from './estimate';
import { historyCommands } from './history';
import { pilotCommands } from './pilot';
import { pricesCommands } from './prices';
import { promptsCommands } from './prompts';
import { reviewCommands } from './review';
import { signOffCommands } from './sign-off';

const all = {
  ...appCommands,
  ...pilotCommands,
  ...briefCommands,
  ...promptsCommands,
  ...estimateCommands,
  ...clipsCommands,
  ...editCommands,
  ...historyCommands,
  ...pricesCommands,
  ...reviewCommands,
  ...compareCommands,
  ...signOffCommands,
};

export type CommandId = keyof typeof all;

export { ways, type Way } from './clips';
export const table: Record<CommandId, CommandSpec> = all;
export const commandIds = Object.keys(table) as CommandId[];
