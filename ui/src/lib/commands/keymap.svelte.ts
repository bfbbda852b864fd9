/** Which keys run which command: those of the table, unless a person changed them on this computer. */

import { ipc } from '$lib/ipc';
import { commandIds, table, type CommandId } from './table';

type Changed = Partial<Record<CommandId, readonly string[]>>;

class Keymap {
  #changed = $state.raw<Changed>({});

  /** Takes over what this computer remembers; commands of another version of the app are left out. */
  load(remembered: Record<string, readonly string[]>): void {
    this.#changed = Object.fromEntries(Object.entries(remembered).filter(([id]) => id in table));
  }

  /** The first is the one printed on buttons. */
  of(id: CommandId): readonly string[] {
    return this.#changed[id] ?? table[id].keys;
  }

  isChanged(id: CommandId): boolean {
    return this.#changed[id] !== undefined;
  }

  anyChanged = $derived(Object.keys(this.#changed).length > 0);

  /** Other commands that a key would also run on a screen of this one. Pairs the app comes with are told apart by what is going on. */
  conflicts(id: CommandId, key: string): CommandId[] {
    return commandIds.filter((other) => {
      if (other === id || !this.of(other).includes(key)) return false;
      const shipped = table[id].keys.includes(key) && table[other].keys.includes(key);
      return !shipped && meet(id, other);
    });
  }

  /** Gives a command this key instead of its own, and takes it from the commands it would run as well. */
  async assign(id: CommandId, key: string): Promise<void> {
    const taken = this.conflicts(id, key).map((other) => [other, this.of(other).filter((one) => one !== key)] as const);
    await this.#keep({ ...this.#changed, ...Object.fromEntries(taken), [id]: [key] });
  }

  /** Gives a command the keys it came with. */
  async reset(id: CommandId): Promise<void> {
    const others = Object.entries(this.#changed).filter(([other]) => other !== id);
    await this.#keep(Object.fromEntries(others));
  }

  async resetAll(): Promise<void> {
    await this.#keep({});
  }

  /** What this computer could not keep is not changed either: a key that works now and is gone tomorrow misleads. */
  async #keep(changed: Changed): Promise<void> {
    const before = this.#changed;
    this.#changed = changed;
    const keys = Object.entries(changed).map(([id, list]) => [id, [...list]]);
    try {
      await ipc.set_keys({ keys: Object.fromEntries(keys) as Record<string, string[]> });
    } catch (thrown) {
      if (this.#changed === changed) this.#changed = before;
      throw thrown;
    }
  }
}

/** Whether there is a screen on which both work. */
function meet(one: CommandId, other: CommandId): boolean {
  const [first, second] = [table[one].where, table[other].where];
  if (first === 'everywhere' || second === 'everywhere') return true;
  return first.some((screen) => second.includes(screen));
}

export const keymap = new Keymap();
