/** What may follow the braces that are open at the caret. */

import type { PlaceholderView } from '$lib/ipc';

export interface Opening {
  /** Where the name begins, behind the braces. */
  start: number;
  /** What of it is typed. */
  typed: string;
}

/** The braces that are open at the caret, if any. */
export function openingAt(text: string, caret: number): Opening | undefined {
  const before = text.slice(0, caret);
  const braces = before.lastIndexOf('{{');
  if (braces < 0) return undefined;
  const typed = before.slice(braces + 2);
  return /^\s*[\w-]*$/.test(typed) && !typed.includes('\n') ? { start: braces + 2, typed: typed.trim() } : undefined;
}

/** Names that begin as it was typed, then those that only hold it. */
export function completions(placeholders: readonly PlaceholderView[], typed: string): PlaceholderView[] {
  const wanted = typed.toLowerCase();
  const begin = placeholders.filter(({ name }) => name.startsWith(wanted));
  return [...begin, ...placeholders.filter((one) => !begin.includes(one) && one.name.includes(wanted))];
}

/** The text with a name chosen for the open braces, closed once, and where the caret goes. */
export function completed(text: string, caret: number, opening: Opening, name: string): { text: string; caret: number } {
  const rest = text.slice(caret).replace(/^\w*\s*\}{0,2}/, (found) => (found.includes('}') ? '' : found));
  const before = `${text.slice(0, opening.start)}${name}}}`;
  return { text: before + rest, caret: before.length };
}
