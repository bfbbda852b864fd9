export { commands, handle, type Handler, type Handlers } from './commands.svelte';
export { keycaps } from './keys';
export { menuSections } from './menu';
export { commandIds, table, type CommandId } from './table';
