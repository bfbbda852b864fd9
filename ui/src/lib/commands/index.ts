export { commands, handle, type Handler, type Handlers } from './commands.svelte';
export { keymap } from './keymap.svelte';
export { keycaps, keyOf } from './keys';
export { menuSections, printed } from './menu';
export { commandIds, table, type CommandId } from './table';
