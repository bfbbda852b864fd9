export { commands, handle, type Handler, type Handlers } from './commands.svelte';
export { keycaps } from './keys';
export { commandIds, table, type CommandId } from './table';
