/** What can be done right now, and the one place where keys, palette and menu turn into actions. */

import { onMount } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { ipc } from '$lib/ipc';
import { app } from '$lib/state/app.svelte';
import { notices } from '$lib/state/notices.svelte';
import { router } from '$lib/state/router.svelte';
import { keymap } from './keymap.svelte';
import { belongsToFocus, leaveSelects, matches, parseKey } from './keys';
import { commandIds, table, type CommandId } from './table';

export interface Handler {
  run: () => void;
  /** Whether it would do something now; commands that would not are not offered. */
  enabled?: () => boolean;
}

export type Handlers = Partial<Record<CommandId, Handler | (() => void)>>;

class Commands {
  readonly #handlers = new SvelteMap<CommandId, Handler[]>();
  readonly #down = new Set<string>();
  readonly #keys = $derived(commandIds.flatMap((id) => keymap.of(id).map((text) => ({ id, key: parseKey(text) }))));
  /** Open modal dialogs; while there is one, only its own keys work. */
  modals = $state(0);

  mac = $derived(app.platform === 'macos');

  /** What could be run on this screen now, in the order of the table. */
  available: CommandId[] = $derived(commandIds.filter((id) => this.canRun(id)));

  canRun(id: CommandId): boolean {
    const { where } = table[id];
    if (where !== 'everywhere' && !where.includes(router.current.screen)) return false;
    const handler = this.#handlers.get(id)?.at(-1);
    return handler !== undefined && (handler.enabled?.() ?? true);
  }

  run(id: CommandId): boolean {
    if (!this.canRun(id)) return false;
    this.#handlers.get(id)?.at(-1)?.run();
    return true;
  }

  add(id: CommandId, handler: Handler): void {
    this.#handlers.set(id, [...(this.#handlers.get(id) ?? []), handler]);
  }

  remove(id: CommandId, handler: Handler): void {
    const rest = (this.#handlers.get(id) ?? []).filter((other) => other !== handler);
    if (rest.length > 0) this.#handlers.set(id, rest);
    else this.#handlers.delete(id);
  }

  /** Listens to the keyboard and to the menu until the returned function is called. */
  listen(): () => void {
    const keydown = (event: KeyboardEvent) => {
      this.#keydown(event);
    };
    const keyup = (event: KeyboardEvent) => this.#down.delete(event.code);
    const blur = () => {
      this.#down.clear();
    };
    window.addEventListener('keydown', keydown);
    window.addEventListener('keyup', keyup);
    window.addEventListener('blur', blur);
    const stopSelects = leaveSelects();
    const stopMenu = ipc.on('menu-command', (id) => {
      if (id in table) this.#chosen(id as CommandId);
    });
    return () => {
      window.removeEventListener('keydown', keydown);
      window.removeEventListener('keyup', keyup);
      window.removeEventListener('blur', blur);
      stopSelects();
      stopMenu();
    };
  }

  /** The menu bar lies outside the page, and so beside a dialog too; what is typed in that must not be replaced. */
  #chosen(id: CommandId): void {
    if (this.modals === 0) this.run(id);
    else {
      const message = `A dialog is open: ${table[id].label} waits.`;
      notices.problem({ code: 'dialog_open', message, hint: 'Finish or close it, then choose from the menu again.' });
    }
  }

  #keydown(event: KeyboardEvent): void {
    if (event.isComposing || event.key === 'Unidentified' || event.defaultPrevented) return;
    const matching = this.#keys.filter(({ key }) => matches(key, event, this.#down, this.mac));
    this.#down.add(event.code);
    if (this.modals > 0 || belongsToFocus(event)) return;
    // A key that asks for another key to be held says more than one that does not.
    matching.sort((a, b) => Number(b.key.held !== null) - Number(a.key.held !== null));
    const chosen = matching.find(({ id }) => this.canRun(id));
    if (!chosen) return;
    event.preventDefault();
    if (event.repeat && !table[chosen.id].repeats) return;
    this.run(chosen.id);
  }
}

export const commands = new Commands();

/** Gives commands something to run for as long as the calling component is there. */
export function handle(handlers: Handlers): void {
  const entries = (Object.entries(handlers) as [CommandId, Handler | (() => void)][]).map(
    ([id, handler]) => [id, typeof handler === 'function' ? { run: handler } : handler] as const,
  );
  onMount(() => {
    for (const [id, handler] of entries) commands.add(id, handler);
    return () => {
      for (const [id, handler] of entries) commands.remove(id, handler);
    };
  });
}
