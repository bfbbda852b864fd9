/**
 * Keys as they are written in the command table, matched against what the keyboard says, and printed for people.
 *
 * `Space`, `Shift+Left`, `P`, `K+J` (J while K is held), `Mod+K` (Ctrl, or Command on a Mac), `?`.
 * Single keys go by their place on the keyboard (`event.code`), so that the transport lies under the same fingers on
 * every layout; chords go by the letter (`event.key`); `?` goes by the character.
 */

export interface Key {
  mod: boolean;
  shift: boolean;
  alt: boolean;
  /** The code of another key that has to be held. */
  held: string | null;
  /** The code, or the character itself for `?`. */
  code: string;
  name: string;
}

const CODE_OF: Record<string, string> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  '`': 'Backquote',
  ';': 'Semicolon',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '\\': 'Backslash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '-': 'Minus',
  '=': 'Equal',
};

const NAME_OF = Object.fromEntries(Object.entries(CODE_OF).map(([name, code]) => [code, name]));

const PRINTED: Record<string, string> = {
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
  Escape: 'Esc',
};

function codeOf(name: string): string {
  if (/^[A-Z]$/.test(name)) return `Key${name}`;
  if (/^[0-9]$/.test(name)) return `Digit${name}`;
  return CODE_OF[name] ?? name;
}

export function parseKey(text: string): Key {
  const parts = text.split('+');
  const name = parts.pop() ?? '';
  const key: Key = { mod: false, shift: false, alt: false, held: null, code: codeOf(name), name };
  for (const part of parts) {
    if (part === 'Mod') key.mod = true;
    else if (part === 'Shift') key.shift = true;
    else if (part === 'Alt') key.alt = true;
    else key.held = codeOf(part);
  }
  return key;
}

/** Whether the event is this key, given the codes of the keys that are down. */
export function matches(key: Key, event: KeyboardEvent, down: ReadonlySet<string>, mac: boolean): boolean {
  const mod = mac ? event.metaKey : event.ctrlKey;
  if (mod !== key.mod || event.altKey !== key.alt) return false;
  if (key.name === '?') return event.key === '?';
  if (event.shiftKey !== key.shift) return false;
  if (key.held && !down.has(key.held)) return false;
  if (key.mod) return event.key.toUpperCase() === key.name.toUpperCase() || event.code === key.code;
  return event.code === key.code || (key.code.startsWith('Digit') && event.code === key.code.replace('Digit', 'Numpad'));
}

/** The key that was pressed, as it is written in the table; null for a modifier alone and for keys that have no name here. */
export function keyOf(event: KeyboardEvent, mac: boolean): string | null {
  if (event.key === '?') return '?';
  const name = event.code.startsWith('Key') || event.code.startsWith('Digit') ? event.code.slice(-1) : (NAME_OF[event.code] ?? event.code);
  if (!/^(?:[A-Z0-9]|F\d+|Space|Enter|Backspace|Delete|Home|End|PageUp|PageDown)$/.test(name) && !(name in CODE_OF)) return null;
  const mod = mac ? event.metaKey : event.ctrlKey;
  const held = [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && 'Shift'].filter((part) => part !== false);
  return [...held, name].join('+');
}

/** The keycaps to print, from left to right. */
export function keycaps(text: string, mac: boolean): string[] {
  return text.split('+').map((part) => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (part === 'Alt') return mac ? '⌥' : 'Alt';
    if (part === 'Shift') return mac ? '⇧' : 'Shift';
    return PRINTED[part] ?? part;
  });
}

const TYPING = 'input:not([type=checkbox],[type=radio],[type=range],[type=button]), textarea, [contenteditable=true]';
const PRESSED_BY = 'button, a[href], summary, [role=button], [role=option], [role=menuitem], [role=tab], input';

/** Whether the key belongs to what has the focus: text being typed, or a control being pressed from the keyboard. */
export function belongsToFocus(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  // A list that was reached by the keyboard is moved through by it; one that was opened with the pointer is left alone once it closed.
  const typing = target.matches(TYPING) || target.matches('select:focus-visible');
  if (typing) return !(event.ctrlKey || event.metaKey) && event.key !== 'Escape';
  const presses = event.code === 'Space' || event.code === 'Enter';
  return presses && target.matches(PRESSED_BY) && target.matches(':focus-visible');
}

/** A list in which something was chosen with the pointer gives the keys back; whoever chooses by keys goes on there. */
export function leaveSelects(): () => void {
  let pointed: EventTarget | null = null;
  const down = (event: Event) => {
    pointed = event.target;
  };
  const key = () => {
    pointed = null;
  };
  const change = ({ target }: Event) => {
    if (target instanceof HTMLSelectElement && target === pointed) target.blur();
  };
  window.addEventListener('pointerdown', down, { capture: true });
  window.addEventListener('keydown', key, { capture: true });
  window.addEventListener('change', change, { capture: true });
  return () => {
    window.removeEventListener('pointerdown', down, { capture: true });
    window.removeEventListener('keydown', key, { capture: true });
    window.removeEventListener('change', change, { capture: true });
  };
}
