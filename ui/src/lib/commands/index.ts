export { commands, handle, type Handler, type Handlers } from './commands.svelte';
export { keymap } from './keymap.svelte';
export { keycaps, keyOf } from './keys';
export { MenuBar, menuSections, printed } from './menu';
export { commandIds, table, ways, type CommandId, type Way } from './table';
